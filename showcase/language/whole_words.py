"""Names and compounds that a heading does not tear: Vietnamese writes a word in several syllables."""

import re

NO_BREAK = "\u00a0"
WHOLE = """
    Việt Nam, Viet Nam, Hà Nội, Ha Noi, Đà Nẵng, Da Nang, Hồ Chí Minh, Ho Chi Minh, bán hàng, chuyển đổi, chương trình,
    công nghệ, cuộc vận động, dịch vụ, doanh nghiệp, giải pháp, giải thưởng, kỹ thuật, lĩnh vực, nền tảng, người Việt,
    nước ngoài, phát triển, phần mềm, quốc gia, quốc tế, sản phẩm, thông tin, thương hiệu, thị trường, tiêu dùng,
    trong nước, trực tuyến, đối tác, ưu tiên
"""
ANY = "|".join(each.strip() for each in WHOLE.split(","))
PATTERN = re.compile(rf"(?<!\w)(?:{ANY})(?!\w)", re.IGNORECASE)


def whole_words(text: str) -> str:
    """The text with no-break spaces inside of names and compounds."""
    return PATTERN.sub(lambda found: found[0].replace(" ", NO_BREAK), text)
