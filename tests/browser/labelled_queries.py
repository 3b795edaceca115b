"""What visitors type and what they mean by it: with all marks, with none, with half of them, with slips, in English."""

from typing import NamedTuple

TITLES = {
    "p1": "Điện thoại thông minh Bkav",
    "p2": "Bàn làm việc nâng hạ",
    "p3": "Phần mềm quản lý bán hàng",
    "p4": "Nền tảng bản đồ số",
    "p5": "Đồng hồ thông minh",
    "p6": "Hợp đồng điện tử",
    "p7": "Hoá đơn điện tử",
    "p8": "Ti vi thông minh",
    "p9": "Phần mềm quản lý dược phẩm",
    "p10": "Robot hút bụi lau nhà",
}


class Labelled(NamedTuple):
    """A query and the addresses that it is meant to find, before all others."""

    query: str
    wanted: frozenset[str]


def labelled(query: str, *wanted: str, locale: str) -> Labelled:
    """The query with the addresses of a language, which are given without it."""
    return Labelled(query, frozenset(f"/{locale}/{each}/" for each in wanted))


def _vi(query: str, *wanted: str) -> Labelled:
    return labelled(query, *wanted, locale="vi")


def _en(query: str, *wanted: str) -> Labelled:
    return labelled(query, *wanted, locale="en")


VIETNAMESE = (
    # names, whole and begun
    _vi("zalo", "san-pham/zalo"),
    _vi("misa", "doanh-nghiep/misa", "san-pham/misa-amis"),
    _vi("misa am", "san-pham/misa-amis"),
    _vi("cốc cốc", "doanh-nghiep/coc-coc", "san-pham/trinh-duyet-coc-coc"),
    _vi("coc coc", "doanh-nghiep/coc-coc", "san-pham/trinh-duyet-coc-coc"),
    _vi("coccoc", "doanh-nghiep/coc-coc", "san-pham/trinh-duyet-coc-coc"),
    _vi("fpt ai", "san-pham/fpt-ai"),
    _vi("tv 360", "san-pham/tv360"),
    _vi("vn edu", "san-pham/vnedu"),
    _vi("cổng dịch vụ công", "san-pham/cong-dich-vu-cong-quoc-gia"),
    # makers
    _vi(
        "viettel",
        *("doanh-nghiep/viettel", "doanh-nghiep/viettel-post", "san-pham/viettel-cloud", "san-pham/viettel-money"),
        *("san-pham/viettel-telehealth", "san-pham/epass", "san-pham/hue-s", "san-pham/tv360", "san-pham/vo-so"),
    ),
    _vi("bkav", "doanh-nghiep/bkav", "san-pham/bkav-antivirus", "san-pham/bluezone"),
    _vi("CMC", "doanh-nghiep/cmc", "san-pham/cmc-cloud", "san-pham/c-health", "san-pham/c-openai"),
    # fields
    _vi("y tế", "linh-vuc/y-te", "san-pham/c-health"),
    _vi("giáo dục", "linh-vuc/giao-duc"),
    _vi("giao duc", "linh-vuc/giao-duc"),
    _vi("nông nghiệp", "linh-vuc/nong-nghiep-va-moi-truong"),
    _vi("chinh phu so", "linh-vuc/chinh-phu-so"),
    _vi("trí tuệ nhân tạo", "linh-vuc/ha-tang-so-va-tri-tue-nhan-tao"),
    # what it does: all marks, none, half
    _vi("kế toán", "san-pham/misa-amis", "doanh-nghiep/misa", "linh-vuc/quan-tri-doanh-nghiep"),
    _vi("ke toan", "san-pham/misa-amis", "doanh-nghiep/misa", "linh-vuc/quan-tri-doanh-nghiep"),
    _vi("kê toan", "san-pham/misa-amis", "doanh-nghiep/misa", "linh-vuc/quan-tri-doanh-nghiep"),
    _vi("chữ ký số", "doanh-nghiep/misa"),
    _vi("diệt virus", "san-pham/bkav-antivirus", "doanh-nghiep/bkav"),
    _vi("diet vi rut", "san-pham/bkav-antivirus"),
    _vi("gọi xe", "san-pham/be", "doanh-nghiep/be-group", "linh-vuc/giao-thong-va-logistics"),
    _vi("thu phi duong bo", "san-pham/epass"),
    _vi("đám mây", "san-pham/cmc-cloud", "san-pham/viettel-cloud", "doanh-nghiep/cmc"),
    _vi("trợ lý giong noi", "san-pham/kiki", "doanh-nghiep/vng"),
    _vi("bán hàng", "san-pham/sapo", "doanh-nghiep/sapo"),
    _vi("chat luong khong khi", "doanh-nghiep/d-and-l", "san-pham/pam-air"),
    _vi(
        "nông sản",
        *("san-pham/vo-so", "san-pham/postmart", "doanh-nghiep/vietnam-post", "doanh-nghiep/viettel-post"),
        "linh-vuc/nong-nghiep-va-moi-truong",
    ),
    # slips
    _vi("ke toann", "san-pham/misa-amis", "doanh-nghiep/misa"),
    _vi("trinh duyett", "san-pham/trinh-duyet-coc-coc"),
    _vi("mimosatec", "doanh-nghiep/mimosatek", "san-pham/he-thong-tuoi-chinh-xac-mimosatek"),
    _vi("bo khoc hoc va cong nghe", "co-quan-to-chuc/bo-khoa-hoc-va-cong-nghe"),
    # other kinds
    _vi("sao khue", "giai-thuong/giai-thuong-sao-khue"),
    _vi("giải thưởng sao khuê 2023", "su-kien/le-trao-giai-sao-khue-2023"),
    _vi("bộ công thương", "co-quan-to-chuc/bo-cong-thuong"),
    _vi("quyet dinh 1131", "van-ban/quyet-dinh-1131-qd-ttg"),
    _vi("make in vietnam", "chuong-trinh/make-in-viet-nam"),
    _vi("doanh nghiep nho va vua", "chuong-trinh/smedx"),
    _vi("SMEdx", "chuong-trinh/smedx", "su-kien/khoi-dong-smedx"),
    # words of the other language, and synonyms
    _vi("antivirus", "san-pham/bkav-antivirus"),
    _vi("e-wallet", "san-pham/momo", "doanh-nghiep/m-service", "san-pham/vnpay-qr"),
    _vi("ví điện tử", "san-pham/momo", "doanh-nghiep/m-service", "san-pham/vnpay-qr"),
)

ENGLISH = (
    _en("zalo", "products/zalo"),
    _en("accounting software", "products/misa-amis", "enterprises/misa"),
    _en("acounting", "products/misa-amis", "enterprises/misa"),
    _en("coc coc", "enterprises/coc-coc", "products/coc-coc-browser"),
    _en("education", "fields/education"),
    _en("health", "fields/health", "products/c-health"),
    _en("voice assistant", "products/kiki", "enterprises/vng"),
    _en("irrigation", "products/mimosatek-precision-irrigation"),
    _en("telemedicine", "products/viettel-telehealth"),
    _en("eKYC", "products/vnpt-ekyc"),
    _en("air quality", "products/pam-air", "enterprises/d-and-l"),
    _en("cloud", "products/cmc-cloud", "products/viettel-cloud"),
    _en("ride hailing", "products/be", "enterprises/be-group", "fields/transport-and-logistics"),
    _en("ministry of science", "organisations/ministry-of-science-and-technology"),
    _en("made in vietnam awards 2024", "events/launch-of-the-make-in-viet-nam-awards-2024"),
    _en("buyers abroad", "buyers-abroad"),
    _en("VNPT", "enterprises/vnpt", "products/vnedu", "products/vnpt-ekyc", "products/vnpt-mobile-money"),
    _en("decision 386", "policies/decision-386-qd-ttg"),
)

# Written in one go before anything was searched for them, and never tuned on: what to expect of queries not seen yet.
UNSEEN_VIETNAMESE = (
    _vi("mobifone", "doanh-nghiep/mobifone", "san-pham/mobifone-mobile-money"),
    _vi("cuoc thi toan", "san-pham/violympic"),
    _vi("học trực tuyến", "san-pham/vioedu"),
    _vi("robot phan mem", "san-pham/akabot"),
    _vi("doc x-quang", "san-pham/draid", "doanh-nghiep/vinbrain"),
    _vi("chợ nông sản trên mạng", "san-pham/vo-so", "san-pham/postmart"),
    _vi("truy vet covid", "san-pham/bluezone"),
    _vi("trình duyệt", "san-pham/trinh-duyet-coc-coc", "doanh-nghiep/coc-coc"),
    _vi("nghị quyết 41", "van-ban/nghi-quyet-41-nq-tw"),
    _vi("chi thi 28", "van-ban/chi-thi-28-ct-ttg"),
    _vi(
        "thuong hieu quoc gia",
        "chuong-trinh/chuong-trinh-thuong-hieu-quoc-gia-viet-nam",
        "su-kien/le-cong-bo-thuong-hieu-quoc-gia-2024",
    ),
    _vi("tưới cây", "san-pham/he-thong-tuoi-chinh-xac-mimosatek", "doanh-nghiep/mimosatek"),
)
UNSEEN_ENGLISH = (
    _en("mobile money", "products/mobifone-mobile-money", "products/vnpt-mobile-money", "products/viettel-money"),
    _en("web browser", "products/coc-coc-browser", "enterprises/coc-coc"),
    _en("contact tracing", "products/bluezone"),
    _en("electronic toll", "products/epass"),
    _en("x-ray", "products/draid", "enterprises/vinbrain"),
    _en(
        "national brand",
        "campaigns/vietnam-national-brand-programme-vietnam-value",
        "events/vietnam-national-brand-announcement-2024",
    ),
    _en("consumer rights law", "policies/law-on-protection-of-consumer-rights"),
    _en("software robots", "products/akabot"),
)

# Everyday words for what entries call otherwise, also written before any was tried: some word of most is in no entry.
EVERYDAY_VIETNAMESE = (
    _vi("đặt taxi", "san-pham/be"),
    _vi("app trò chuyện", "san-pham/zalo"),
    _vi("xem phim", "san-pham/tv360"),
    _vi("máy đo bụi mịn", "san-pham/pam-air"),
    _vi("ví momo", "san-pham/momo", "doanh-nghiep/m-service"),
    _vi("phần mềm quét virus miễn phí", "san-pham/bkav-antivirus"),
    _vi("mua rau củ", "san-pham/vo-so", "san-pham/postmart"),
    _vi("chụp x quang phổi", "san-pham/draid"),
    _vi("nạp tiền điện thoại", "san-pham/viettel-money"),
    _vi("làm bài tập toán", "san-pham/violympic", "san-pham/vioedu"),
    _vi("phần mềm tính lương", "san-pham/misa-amis"),
    _vi("quán cà phê bán hàng", "san-pham/sapo"),
    _vi("đóng phí cao tốc", "san-pham/epass"),
    _vi("hội chẩn bác sĩ", "san-pham/viettel-telehealth"),
)
EVERYDAY_ENGLISH = (
    _en("watering plants", "products/mimosatek-precision-irrigation"),
    _en("taxi app", "products/be"),
    _en("watch television online", "products/tv360"),
    _en("scan virus", "products/bkav-antivirus"),
    _en("buy vegetables online", "products/vo-so", "products/postmart"),
    _en("math contest", "products/violympic"),
    _en("chat messenger", "products/zalo"),
    _en("motorway toll", "products/epass"),
    _en("shop inventory", "products/sapo"),
    _en("doctor video consultation", "products/viettel-telehealth"),
)
