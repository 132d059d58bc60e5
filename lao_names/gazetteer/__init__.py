"""What is known: entities with their surface forms, and the YAML files they are written in.

Start with :mod:`lao_names.gazetteer.model` (what an entity is), then :mod:`lao_names.gazetteer.loading` (how the files
become a :class:`Gazetteer`) and :mod:`lao_names.gazetteer.checks` (what the files must obey).
"""
