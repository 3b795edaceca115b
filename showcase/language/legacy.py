"""Turns text into the name of the old Vietnamese encoding it seems to be in, if any."""

import re

# Each pattern matches a word that an old encoding makes of Vietnamese when it is read as Latin-1 or Windows-1252, and
# that neither Vietnamese in Unicode nor names like Noël, España or Citroën® contain.
#
# The patterns of TCVN3 and VNI begin with the sign and then look back at the letter before it: signs are rare in a text
# and letters are not, so a search passes over most of it at once.
#
# TCVN3 puts ă â ê ô ơ đ on symbols and toned vowels on capitals: C«ng nghÖ, ®iÖn tho¹i, lµ.
TCVN3 = re.compile(
    r"[§¨©ª«¬®µ¶·¸¹º»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖØÜÝÞ]"
    r"(?:(?<=[a-z][µ¶ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖØÜÝÞ])|(?<=[A-Za-z][¨©ª«¬·¸¹º»¼½¾])(?=[a-z])"
    r"|(?<=[®§])(?<![^\W\d_].)(?=[a-zêµ-þ]))"
)
# VNI writes the mark as a second letter: Coâng ngheä, ñieän thoaïi. Pairs that occur in Vietnamese (hoà, toán), French
# (où, goût, naïf, aérien), Spanish (aún) or in names (Noël, Raphaël) are left out.
VNI = re.compile(
    r"[ñâàáåãäùøûõêïôÑÂÀÁÅÃÄÙØÛÕÊÏÔ]"
    r"(?i:(?<=[aeouyôö].)(?:(?<=a[âàáåãäùøûõê])|(?<=e[âäåáàãùøûõ])|(?<=o[âåä])|(?<=[uy][ùøûõ])|(?<=[ôö][ùøûõï])|(?<=öô))"
    r"|(?<=ñ)(?<![^\W\d_].)(?=[aeiouöô]))"
)
# UTF-8 read byte by byte: CÃ´ng nghá»‡, Ä‘iá»‡n thoáº¡i, â€œHÃ Ná»™iâ€.
MOJIBAKE = re.compile(
    r"á[º»][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|Ã[\x80-\x9f¡¢£¨©ª¬²³´µ¹º½€‚ƒˆ‰Š]|Ä[\x90\x91‘ƒ‚©]|Å[©¨]|Æ[°¡¯]|â€[\x9d“”˜™œ¦]"
)
PATTERNS = (("mojibake", MOJIBAKE), ("tcvn3", TCVN3), ("vni", VNI))
TOKEN = re.compile(r"\S+")
LETTER = re.compile(r"[^\W\d_]")
MIN_TOKENS, MIN_SHARE, SAMPLE_TOKENS = 2, 0.05, 3


def legacy_encoding(text: str) -> tuple[str, str] | None:
    """`tcvn3`, `vni` or `mojibake` with the first words that show it; nothing below two words or 5 % of all."""
    suspected = [(name, pattern) for name, pattern in PATTERNS if pattern.search(text)]
    tokens = [token for token in TOKEN.findall(text) if LETTER.search(token)] if suspected else []
    for name, pattern in suspected:
        found = [token for token in tokens if pattern.search(token)]
        if len(found) >= max(MIN_TOKENS, MIN_SHARE * len(tokens)):
            return name, " ".join(found[:SAMPLE_TOKENS])
    return None
