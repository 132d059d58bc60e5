"""The words of explanations: every sentence that a reader of an answer may see, in English and Vietnamese.

One table, :data:`TEXTS`, so that a translator sees the two languages side by side and a third one is one more key.
Which sentence is chosen, and the numbers in it, is the work of :mod:`lao_names.matching.explanation`.
"""

from __future__ import annotations

LANGUAGES = ("en", "vi")

TEXTS: dict[str, dict[str, str]] = {
    # --- The answer ---
    "match": {
        "en": "“{query}” is {entity}, with a probability of {probability}.",
        "vi": "“{query}” là {entity}, với xác suất {probability}.",
    },
    "ambiguous": {
        "en": "“{query}” may mean {count} entities that nothing in the name separates: {entities}.",
        "vi": "“{query}” có thể chỉ {count} đối tượng mà bản thân cái tên không phân biệt được: {entities}.",
    },
    "part": {
        "en": "“{query}” is too little to be sure of anyone: what is known of it is a given name, a family name or another "
        "part of a name. It may be {entities}.",
        "vi": "“{query}” chưa đủ để xác định một đối tượng: đây chỉ là tên riêng, họ hoặc một phần của tên. "
        "Có thể là {entities}.",
    },
    "homonym": {
        "en": "“{query}” may mean {entities}, or a place or people in {country} that is not listed and is written just so.",
        "vi": "“{query}” có thể chỉ {entities}, hoặc một địa danh hay dân tộc ở {country} không có trong danh mục mà viết "
        "giống hệt.",
    },
    "everyday word": {
        "en": "“{query}” may mean {entities}, or is just a word: nothing says that it is a name.",
        "vi": "“{query}” có thể chỉ {entities}, hoặc chỉ là một từ thường: không có gì cho biết đó là tên.",
    },
    "contradictory": {
        "en": "“{query}” names {count} entities that rule each other out: {entities}.",
        "vi": "“{query}” nêu {count} đối tượng loại trừ lẫn nhau: {entities}.",
    },
    "no match": {
        "en": "“{query}” matches nothing in the gazetteer well enough.",
        "vi": "“{query}” không khớp đủ rõ với mục nào trong danh mục.",
    },
    "nothing near": {
        "en": "“{query}” matches nothing in the gazetteer: no listed name sounds anything like it.",
        "vi": "“{query}” không khớp với mục nào trong danh mục: không có tên nào đọc gần giống như vậy.",
    },
    "nothing admitted": {
        "en": "“{query}” matches nothing that {context} admits. What it would mean otherwise is left out: {entities}.",
        "vi": "“{query}” không khớp với mục nào thỏa điều kiện {context}. Điều kiện này đã loại mục mà lẽ ra tên này chỉ: "
        "{entities}.",
    },
    "nothing admitted near": {
        "en": "“{query}” matches nothing in the gazetteer: no listed name that {context} admits sounds anything like it.",
        "vi": "“{query}” không khớp với mục nào trong danh mục: không có tên nào thỏa điều kiện {context} mà đọc gần giống "
        "như vậy.",
    },
    "empty": {
        "en": "There is no name here: the text is blank.",
        "vi": "Không có tên nào ở đây: văn bản trống.",
    },
    "nearest": {
        "en": "The nearest is {entity}, with a probability of {probability}.",
        "vi": "Gần nhất là {entity}, với xác suất {probability}.",
    },
    "nearly 1": {"en": "over {value}", "vi": "trên {value}"},
    "nearly 0": {"en": "under {value}", "vi": "dưới {value}"},
    # --- Entities ---
    "entity": {"en": "{name} ({id}), {what}", "vi": "{name} ({id}), {what}"},
    "entity in": {"en": "{name} ({id}), {what} in {parent}", "vi": "{name} ({id}), {what} thuộc {parent}"},
    "entity with chance": {"en": "{entity} ({probability})", "vi": "{entity} ({probability})"},
    "and": {"en": " and ", "vi": " và "},
    "office": {"en": "{what} (“{role}”, {year})", "vi": "{what} (“{role}”, {year})"},
    "office undated": {"en": "{what} (“{role}”)", "vi": "{what} (“{role}”)"},
    "former": {"en": "a former {what}", "vi": "{what} cũ"},
    "former years": {"en": "a former {what} ({start}-{end})", "vi": "{what} cũ ({start}-{end})"},
    # --- The form and its sounds ---
    "form": {
        "en": "It matched the listed form “{form}”, {evidence} ({language}).",
        "vi": "Dạng khớp trong danh mục là “{form}”, {evidence} ({language}).",
    },
    "same sounds": {"en": "The sounds agree: {heard}.", "vi": "Âm đọc trùng nhau: {heard}."},
    "different sounds": {
        "en": "It is heard as {heard}, the form as {form}: {differences}; together {cost}.",
        "vi": "Tên đọc là {heard}, dạng trong danh mục đọc là {form}: {differences}; tổng cộng {cost}.",
    },
    "exchanged": {"en": "“{heard}” for “{form}” ({price})", "vi": "“{heard}” thay cho “{form}” ({price})"},
    "added": {"en": "“{heard}” added ({price})", "vi": "thừa “{heard}” ({price})"},
    "missing": {"en": "“{form}” missing ({price})", "vi": "thiếu “{form}” ({price})"},
    "more differences": {"en": "and {count} more", "vi": "và {count} chỗ khác nữa"},
    # --- Grounds ---
    "for": {"en": "For it: {grounds}.", "vi": "Căn cứ ủng hộ: {grounds}."},
    "against": {"en": "Against it: {grounds}.", "vi": "Căn cứ phản bác: {grounds}."},
    "word +": {"en": "the word “{detail}” fits {what}", "vi": "từ “{detail}” hợp với {what}"},
    "word -": {"en": "the word “{detail}” does not fit {what}", "vi": "từ “{detail}” không hợp với {what}"},
    "title +": {"en": "“{detail}” announces a person", "vi": "“{detail}” báo hiệu tên người"},
    "title -": {
        "en": "“{detail}” announces a person, and this is {what}",
        "vi": "“{detail}” báo hiệu tên người, còn đây là {what}",
    },
    "organisation -": {
        "en": "“{detail}” says that an organisation is named, not {what}",
        "vi": "“{detail}” cho thấy đây là tên tổ chức, không phải {what}",
    },
    "within +": {"en": "it belongs to {unit}, as asked", "vi": "thuộc {unit} như đã yêu cầu"},
    "within -": {"en": "it does not belong to {unit}", "vi": "không thuộc {unit}"},
    "on + person": {"en": "an office was held on {detail}", "vi": "đang giữ chức vụ vào ngày {detail}"},
    "on - person": {
        "en": "no known office was held on {detail}",
        "vi": "không giữ chức vụ nào đã biết vào ngày {detail}",
    },
    "on +": {"en": "it existed on {detail}", "vi": "tồn tại vào ngày {detail}"},
    "on -": {"en": "it did not exist on {detail}", "vi": "không tồn tại vào ngày {detail}"},
    "former -": {
        "en": "it is no longer a unit, and neither a date nor a word asks for one of the past",
        "vi": "đơn vị này không còn tồn tại, mà không có ngày tháng hay từ ngữ nào nói đến quá khứ",
    },
    "former name -": {
        "en": "it is a former name, which gives way to whoever bears it now",
        "vi": "đây là tên cũ, phải nhường cho nơi hiện mang tên này",
    },
    "less often -": {
        "en": "somebody or something else of this name is meant more often",
        "vi": "tên này thường chỉ người hoặc nơi khác cùng tên",
    },
    "only a word -": {
        "en": "“{detail}” is a word that stands around names, and no name",
        "vi": "“{detail}” là từ đứng cạnh tên, không phải tên",
    },
    "digit -": {"en": "the name holds a digit (“{detail}”)", "vi": "tên có chữ số (“{detail}”)"},
    "homonym -": {
        "en": "a place or people in {country} is written exactly like this, as far as marks were typed",
        "vi": "một địa danh hay dân tộc ở {country} được viết đúng như vậy, kể cả dấu nếu có gõ dấu",
    },
    "office +": {
        "en": "“{detail}” is an office that this person holds or held",
        "vi": "“{detail}” là chức vụ mà người này giữ hoặc từng giữ",
    },
    "rank +": {
        "en": "this person holds or held such an office (“{detail}”), as others do",
        "vi": "người này giữ hoặc từng giữ chức vụ như vậy (“{detail}”), cũng như người khác",
    },
    "office -": {
        "en": "this person is known in other offices than “{detail}”",
        "vi": "người này được biết ở những chức vụ khác, không phải “{detail}”",
    },
    "common word -": {
        "en": "“{detail}” is a word of everyday language",
        "vi": "“{detail}” là một từ thông thường",
    },
    "document +": {
        "en": "the text says so elsewhere (“{detail}”)",
        "vi": "chỗ khác trong văn bản cho biết (“{detail}”)",
    },
    "metonym -": {
        "en": "it is the capital's name, and no word such as “tỉnh” says that {what} is meant",
        "vi": "đây là tên tỉnh lỵ, và không có từ nào như “tỉnh” cho biết là nói đến {what}",
    },
    "address +": {
        "en": "the text names {unit}, to which it belongs",
        "vi": "văn bản có nêu {unit}, là nơi nó thuộc về",
    },
    "abroad -": {
        "en": "beside it stands “{detail}”, which is not in Laos",
        "vi": "bên cạnh có “{detail}”, không thuộc nước Lào",
    },
    "twice +": {"en": "the text names it twice", "vi": "văn bản nêu tên này hai lần"},
    "contradiction -": {
        "en": "the text also names {unit}, which contradicts it: the one does not lie in the other",
        "vi": "văn bản còn nêu {unit}, mâu thuẫn với nó: nơi này không nằm trong nơi kia",
    },
    "other +": {"en": "{code} “{detail}”", "vi": "{code} “{detail}”"},
    "other -": {"en": "{code} “{detail}”", "vi": "{code} “{detail}”"},
    # --- Others ---
    "shares the name": {
        "en": "{entities} of the same name is included; a word such as “{word}” or kind= picks it.",
        "vi": "{entities} cùng tên được tính chung; muốn chọn riêng thì thêm từ như “{word}” hoặc kind=.",
    },
    "lesser of the name": {
        "en": "Of the same name, but the words and the context speak less for it: {entities}.",
        "vi": "Cùng tên, nhưng từ ngữ và bối cảnh ủng hộ ít hơn: {entities}.",
    },
    "also called": {"en": "{entity}, also “{form}”,", "vi": "{entity}, còn gọi là “{form}”,"},
    "left out": {
        "en": "Left out by {context}, though the name alone may mean it: {entities}.",
        "vi": "Bị loại bởi điều kiện {context}, dù riêng cái tên có thể chỉ mục này: {entities}.",
    },
    "runner-up": {
        "en": "The runner-up is {entity}, {probability}: {reasons}.",
        "vi": "Ứng viên kế tiếp là {entity}, {probability}: {reasons}.",
    },
    "farther sounds": {
        "en": "its sounds are farther off ({cost} against {least})",
        "vi": "âm đọc xa hơn ({cost} so với {least})",
    },
    "nearer sounds": {
        "en": "its sounds are nearer ({cost} against {least}), but other evidence outweighs that",
        "vi": "âm đọc gần hơn ({cost} so với {least}), nhưng các căn cứ khác nặng hơn",
    },
    "weaker grounds": {
        "en": "the words and the context speak less for it ({weight} against {most})",
        "vi": "từ ngữ và bối cảnh ủng hộ nó ít hơn ({weight} so với {most})",
    },
    "weaker spelling": {
        "en": "it sounds the same, but its letters or its rank make it less likely",
        "vi": "âm đọc như nhau, nhưng chữ viết hoặc thứ hạng khiến nó ít khả năng hơn",
    },
    "no runner-up": {"en": "Nothing else comes near.", "vi": "Không có mục nào khác gần giống."},
    "no runner-up admitted": {
        "en": "Nothing else that {context} admits comes near.",
        "vi": "Không có mục nào khác thỏa điều kiện {context} mà gần giống.",
    },
    "what would decide": {"en": "To decide: {ways}.", "vi": "Để xác định: {ways}."},
    "decide by word": {
        "en": "a word before the name ({words})",
        "vi": "một từ đứng trước tên ({words})",
    },
    "decide by kind": {"en": "kind= ({kinds})", "vi": "kind= ({kinds})"},
    "decide by unit": {
        "en": "the unit it belongs to, in the text or as within= ({units})",
        "vi": "đơn vị mà nó thuộc về, ghi trong văn bản hoặc bằng within= ({units})",
    },
    "decide by office": {
        "en": "the unit of the office as within= ({units})",
        "vi": "đơn vị nơi giữ chức vụ, ghi bằng within= ({units})",
    },
    "decide by one": {"en": "which of them is the right one", "vi": "trong số đó đối tượng nào là đúng"},
    "decide by person": {"en": "the full name", "vi": "họ tên đầy đủ"},
    "decide by day": {"en": "the day as on=", "vi": "ngày tháng bằng on="},
    "decide by text": {"en": "more of the text around the name", "vi": "thêm phần văn bản quanh tên"},
    "not enough: sounds": {
        "en": "That is not enough: the sounds differ by {cost}, where 1 is one plainly different consonant.",
        "vi": "Như vậy chưa đủ: âm đọc lệch {cost}, trong đó 1 là một phụ âm khác hẳn.",
    },
    "not enough: grounds": {
        "en": "That is not enough: the words and the context speak against it ({weight}).",
        "vi": "Như vậy chưa đủ: từ ngữ và bối cảnh phản bác ({weight}).",
    },
    "not enough: name": {
        "en": "That is not enough: the name is so short, so common or so usual outside Laos that it may be somebody or "
        "somewhere not listed.",
        "vi": "Như vậy chưa đủ: tên quá ngắn, quá phổ biến hoặc thường gặp ngoài nước Lào, nên có thể là người hay nơi "
        "không có trong danh mục.",
    },
    # --- The table ---
    "row candidate": {"en": "candidate", "vi": "ứng viên"},
    "row form": {"en": "form", "vi": "dạng khớp"},
    "row sounds": {"en": "sounds", "vi": "âm đọc"},
    "row difference": {"en": "difference", "vi": "khác biệt"},
    "row for": {"en": "for", "vi": "ủng hộ"},
    "row against": {"en": "against", "vi": "phản bác"},
    "row form detail": {"en": "“{form}”, {evidence} ({language})", "vi": "“{form}”, {evidence} ({language})"},
    "row exchanged": {"en": "“{heard}” for “{form}”", "vi": "“{heard}” thay cho “{form}”"},
    "row added": {"en": "“{heard}” added", "vi": "thừa “{heard}”"},
    "row missing": {"en": "“{form}” missing", "vi": "thiếu “{form}”"},
}

THINGS: dict[str, dict[str, str]] = {
    "province": {"en": "a province", "vi": "tỉnh"},
    "capital": {"en": "the capital, of the rank of a province", "vi": "thủ đô, ngang cấp tỉnh"},
    "district": {"en": "a district", "vi": "huyện"},
    "town": {"en": "a town", "vi": "thành phố hoặc thị xã"},
    "special zone": {"en": "a special zone", "vi": "đặc khu"},
    "crossing": {"en": "a border crossing", "vi": "cửa khẩu"},
    "river": {"en": "a river", "vi": "sông"},
    "plateau": {"en": "a plateau", "vi": "cao nguyên"},
    "mountain": {"en": "a mountain", "vi": "núi"},
    "pass": {"en": "a mountain pass", "vi": "đèo"},
    "village": {"en": "a village", "vi": "bản"},
    "person": {"en": "a person in public office", "vi": "người giữ chức vụ công"},
}
"""What an entity is, by its designation."""

WORDS: dict[str, dict[str, str]] = {
    "province": {"en": "Province", "vi": "tỉnh"},
    "capital": {"en": "capital", "vi": "thủ đô"},
    "district": {"en": "District", "vi": "huyện"},
    "town": {"en": "town", "vi": "thành phố"},
    "special zone": {"en": "special zone", "vi": "đặc khu"},
    "crossing": {"en": "border gate", "vi": "cửa khẩu"},
    "river": {"en": "river", "vi": "sông"},
    "plateau": {"en": "plateau", "vi": "cao nguyên"},
    "mountain": {"en": "mountain", "vi": "núi"},
    "pass": {"en": "pass", "vi": "đèo"},
    "village": {"en": "village", "vi": "bản"},
    "person": {"en": "Mr", "vi": "ông"},
}
"""A word that, written beside a name, points to a designation."""

EVIDENCE: dict[str, dict[str, str]] = {
    "official": {"en": "an official name", "vi": "tên chính thức"},
    "attested": {"en": "an attested spelling", "vi": "cách viết có nguồn"},
    "exonym": {"en": "a name used abroad", "vi": "tên gọi của nước ngoài"},
    "former": {"en": "a former name", "vi": "tên cũ"},
    "metonym": {"en": "the name of the capital used for the whole", "vi": "tên tỉnh lỵ dùng cho cả tỉnh"},
    "partial": {"en": "a part of the full name", "vi": "một phần của tên đầy đủ"},
    "abbreviation": {"en": "an abbreviation", "vi": "tên viết tắt"},
    "misspelling": {"en": "a known misspelling", "vi": "lỗi viết đã biết"},
    "generated": {"en": "a generated spelling", "vi": "cách viết được tạo ra"},
}

TONGUES: dict[str, dict[str, str]] = {
    "vi": {"en": "Vietnamese", "vi": "tiếng Việt"},
    "vi-ascii": {"en": "Vietnamese without marks", "vi": "tiếng Việt không dấu"},
    "en": {"en": "English", "vi": "tiếng Anh"},
    "fr": {"en": "French", "vi": "tiếng Pháp"},
    "lo": {"en": "Lao script", "vi": "chữ Lào"},
    "lo-Latn": {"en": "romanized Lao", "vi": "tiếng Lào phiên La-tinh"},
    "lo-Latn-BGN": {"en": "BGN/PCGN romanization", "vi": "phiên La-tinh BGN/PCGN"},
    "und-Latn": {"en": "Latin letters", "vi": "chữ La-tinh"},
    "th": {"en": "Thai", "vi": "tiếng Thái Lan"},
    "ru": {"en": "Russian", "vi": "tiếng Nga"},
    "zh": {"en": "Chinese", "vi": "tiếng Trung"},
    "ja": {"en": "Japanese", "vi": "tiếng Nhật"},
    "ko": {"en": "Korean", "vi": "tiếng Hàn"},
    "de": {"en": "German", "vi": "tiếng Đức"},
    "es": {"en": "Spanish", "vi": "tiếng Tây Ban Nha"},
    "ar": {"en": "Arabic", "vi": "tiếng Ả Rập"},
}
"""Languages of forms by BCP 47 tag; a tag that is not here is shown as it is."""

COUNTRIES: dict[str, dict[str, str]] = {
    "VN": {"en": "Vietnam", "vi": "Việt Nam"},
    "TH": {"en": "Thailand", "vi": "Thái Lan"},
    "KH": {"en": "Cambodia", "vi": "Cam-pu-chia"},
    "CN": {"en": "China", "vi": "Trung Quốc"},
    "MM": {"en": "Myanmar", "vi": "Mi-an-ma"},
    "JP": {"en": "Japan", "vi": "Nhật Bản"},
    "KR": {"en": "Korea", "vi": "Hàn Quốc"},
    "RU": {"en": "Russia", "vi": "Nga"},
    "LA": {"en": "Laos", "vi": "Lào"},
    "001": {"en": "another country", "vi": "nước khác"},
}
"""Countries of the tables of strangers by ISO 3166 code; Laos for peoples, rivers and dams that are not listed."""

LETTERS: dict[str, dict[str, str]] = {
    "kʰ": {"en": "kh", "vi": "kh"},
    "ŋ": {"en": "ng", "vi": "ng"},
    "tɕ": {"en": "ch", "vi": "ch"},
    "s": {"en": "s", "vi": "x"},
    "ɲ": {"en": "ny", "vi": "nh"},
    "d": {"en": "d", "vi": "đ"},
    "tʰ": {"en": "th", "vi": "th"},
    "pʰ": {"en": "ph", "vi": "ph"},
    "f": {"en": "f", "vi": "ph"},
    "j": {"en": "y", "vi": "y"},
    "w": {"en": "v", "vi": "v"},
    "e": {"en": "e", "vi": "ê"},
    "ɛ": {"en": "è", "vi": "e"},
    "ɯ": {"en": "ư", "vi": "ư"},
    "o": {"en": "o", "vi": "ô"},
    "ɔ": {"en": "ò", "vi": "o"},
    "ɤ": {"en": "oe", "vi": "ơ"},
    "ə": {"en": "a", "vi": "â"},
    "-ŋ": {"en": "ng", "vi": "ng"},
    "-j": {"en": "y", "vi": "i"},
    "-w": {"en": "o", "vi": "u"},
}
"""Letters that a reader of the language hears a sound in; the other sounds are their own letters."""
