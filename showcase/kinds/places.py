"""The provinces and cities of Viet Nam since 1 July 2025 (Resolution 202/2025/QH15), as choices."""

from typing import Annotated

from showcase.kinds.model import _p, choice

PROVINCES = choice(
    "province",
    an_giang=_p("province", "An Giang"),
    bac_ninh=_p("province", "Bac Ninh"),
    ca_mau=_p("province", "Ca Mau"),
    can_tho=_p("province", "Can Tho"),
    cao_bang=_p("province", "Cao Bang"),
    da_nang=_p("province", "Da Nang"),
    dak_lak=_p("province", "Dak Lak"),
    dien_bien=_p("province", "Dien Bien"),
    dong_nai=_p("province", "Dong Nai"),
    dong_thap=_p("province", "Dong Thap"),
    gia_lai=_p("province", "Gia Lai"),
    ha_noi=_p("province", "Ha Noi"),
    ha_tinh=_p("province", "Ha Tinh"),
    hai_phong=_p("province", "Hai Phong"),
    ho_chi_minh=_p("province", "Ho Chi Minh City"),
    hue=_p("province", "Hue"),
    hung_yen=_p("province", "Hung Yen"),
    khanh_hoa=_p("province", "Khanh Hoa"),
    lai_chau=_p("province", "Lai Chau"),
    lam_dong=_p("province", "Lam Dong"),
    lang_son=_p("province", "Lang Son"),
    lao_cai=_p("province", "Lao Cai"),
    nghe_an=_p("province", "Nghe An"),
    ninh_binh=_p("province", "Ninh Binh"),
    phu_tho=_p("province", "Phu Tho"),
    quang_ngai=_p("province", "Quang Ngai"),
    quang_ninh=_p("province", "Quang Ninh"),
    quang_tri=_p("province", "Quang Tri"),
    son_la=_p("province", "Son La"),
    tay_ninh=_p("province", "Tay Ninh"),
    thai_nguyen=_p("province", "Thai Nguyen"),
    thanh_hoa=_p("province", "Thanh Hoa"),
    tuyen_quang=_p("province", "Tuyen Quang"),
    vinh_long=_p("province", "Vinh Long"),
)
Province = Annotated[str, PROVINCES]
