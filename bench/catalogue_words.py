"""The words of made-up catalogues, in pairs of Vietnamese and English. None of them names anything that exists."""

from dataclasses import dataclass

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class FieldWords:
    """A field of the showcase: its id, names, hue and motif, and what products of it are called and do."""

    id: str
    name: Pair
    hue: int
    motif: str
    things: tuple[Pair, ...]
    deeds: tuple[Pair, ...]


FIELDS = (
    FieldWords(
        "chinh-phu-so",
        ("Chính phủ số", "Digital government"),
        28,
        "sun",
        (("Cổng hồ sơ", "File portal"), ("Phần mềm văn thư", "Records software"), ("Sổ dân cư", "Residents’ register")),
        (
            ("nhận hồ sơ trực tuyến", "takes applications online"),
            ("theo dõi hạn trả lời", "watches when answers are due"),
        ),
    ),
    FieldWords(
        "quan-tri-doanh-nghiep",
        ("Quản trị doanh nghiệp", "Enterprise management"),
        208,
        "ladder",
        (("Phần mềm kế toán", "Accounting software"), ("Sổ kho", "Stock book"), ("Bảng chấm công", "Timesheet")),
        (
            ("ghi sổ theo ngày", "keeps the books day by day"),
            ("tính lương cuối tháng", "works out pay at the end of a month"),
        ),
    ),
    FieldWords(
        "tai-chinh-thuong-mai",
        ("Tài chính, thương mại và dịch vụ", "Finance, trade and services"),
        100,
        "rings",
        (("Máy bán hàng", "Point of sale"), ("Sổ nợ", "Ledger of debts"), ("Gian hàng", "Shop front")),
        (
            ("nhận tiền bằng mã", "takes payments by code"),
            ("đối chiếu cuối ngày", "compares accounts at the end of a day"),
        ),
    ),
    FieldWords(
        "y-te",
        ("Y tế", "Health"),
        172,
        "zigzag",
        (("Sổ khám bệnh", "Patients’ book"), ("Lịch khám", "Surgery calendar"), ("Tủ thuốc", "Medicine cabinet")),
        (("nhắc giờ uống thuốc", "reminds of medicines"), ("giữ kết quả xét nghiệm", "keeps the results of tests")),
    ),
    FieldWords(
        "giao-duc",
        ("Giáo dục", "Education"),
        64,
        "bird",
        (("Lớp học", "Classroom"), ("Sổ liên lạc", "Contact book"), ("Kho bài tập", "Store of exercises")),
        (("giao bài và chấm bài", "sets work and marks it"), ("báo tin cho gia đình", "tells families the news")),
    ),
    FieldWords(
        "giao-thong-logistics",
        ("Giao thông và logistics", "Transport and logistics"),
        244,
        "boat",
        (("Bản đồ xe", "Map of vehicles"), ("Sổ giao hàng", "Delivery book"), ("Trạm cân", "Weighbridge")),
        (("chọn đường ngắn", "chooses short routes"), ("báo giờ xe đến", "tells when vehicles arrive")),
    ),
    FieldWords(
        "nong-nghiep-moi-truong",
        ("Nông nghiệp và môi trường", "Agriculture and environment"),
        136,
        "lotus",
        (("Trạm đo mưa", "Rain gauge"), ("Sổ vườn", "Garden book"), ("Máy tưới", "Irrigator")),
        (("đo độ ẩm của đất", "measures how moist the soil is"), ("tưới theo giờ", "waters by the hour")),
    ),
    FieldWords(
        "an-toan-dinh-danh",
        ("An toàn thông tin và định danh số", "Cybersecurity and digital identity"),
        280,
        "meander",
        (("Khóa số", "Digital key"), ("Tường lửa", "Firewall"), ("Sổ truy cập", "Access log")),
        (("chặn thư lừa đảo", "stops fraudulent mail"), ("ghi ai mở tệp nào", "notes who opened which file")),
    ),
    FieldWords(
        "ha-tang-so-ai",
        ("Hạ tầng số và trí tuệ nhân tạo", "Digital infrastructure and AI"),
        316,
        "dots",
        (("Kho dữ liệu", "Data store"), ("Máy chủ thuê", "Rented server"), ("Trợ lý giọng nói", "Voice assistant")),
        (("sao lưu hằng đêm", "backs up every night"), ("nghe tiếng Việt ba miền", "hears Vietnamese of all regions")),
    ),
    FieldWords(
        "truyen-thong-noi-dung",
        ("Truyền thông và nội dung số", "Media and digital content"),
        352,
        "wave",
        (("Kệ sách nói", "Shelf of audiobooks"), ("Phòng tin", "Newsroom"), ("Kênh phim", "Film channel")),
        (("phát trên nhiều màn hình", "plays on many screens"), ("lưu bản thảo chung", "keeps shared drafts")),
    ),
)
NAMES = (
    ("Bếp Nhỏ", "Bep Nho"),
    ("Cầu Gỗ", "Cau Go"),
    ("Đèn Khuya", "Den Khuya"),
    ("Gió Đồng", "Gio Dong"),
    ("Hạt Sương", "Hat Suong"),
    ("Lá Chuối", "La Chuoi"),
    ("Mái Ngói", "Mai Ngoi"),
    ("Nắng Sớm", "Nang Som"),
    ("Ô Cửa", "O Cua"),
    ("Phiên Chợ", "Phien Cho"),
    ("Quả Thị", "Qua Thi"),
    ("Rặng Tre", "Rang Tre"),
    ("Sân Đình", "San Dinh"),
    ("Thuyền Nan", "Thuyen Nan"),
    ("Ươm Mầm", "Uom Mam"),
    ("Vườn Cau", "Vuon Cau"),
)
READERS = (
    ("cửa hàng nhỏ", "small shops"),
    ("trường học ở xã", "schools in communes"),
    ("hợp tác xã", "cooperatives"),
    ("phòng khám", "surgeries"),
    ("cơ quan cấp huyện", "district offices"),
)
HEADINGS = (
    ("Dùng vào việc gì", "What it is for"),
    ("Một ngày làm việc", "A day at work"),
    ("Bắt đầu ra sao", "How to begin"),
    ("Dữ liệu ở đâu", "Where the data lies"),
)
# In a sentence: {thing}, {name}, {deed}, {reader}, {number}; the number is the same in both languages.
SENTENCES = (
    (
        "{name} {deed}, nên người dùng không phải chép lại hai lần.",
        "{name} {deed}, so that nobody copies anything twice.",
    ),
    (
        "Phần lớn công việc nằm trên {number} màn hình, mỗi màn hình một việc.",
        "Most of the work sits on {number} screens, one task each.",
    ),
    (
        "Người mới làm quen trong {number} buổi, theo các bước đã ghi sẵn.",
        "Newcomers learn it in {number} sittings, by steps that are written down.",
    ),
    (
        "Bản ghi được giữ {number} tháng rồi chuyển sang kho lưu trữ.",
        "Records are kept for {number} months and then move to an archive.",
    ),
    (
        "Khi mất mạng, dữ liệu nằm lại trên máy và được gửi đi sau.",
        "Without a connection the data stays on the device and is sent later.",
    ),
    ("Mỗi lần sửa đều ghi tên người sửa và giờ sửa.", "Each change notes who made it and when."),
    (
        "{name} được làm cho {reader}, nơi một người thường giữ nhiều việc.",
        "{name} is made for {reader}, where one person often does several jobs.",
    ),
    (
        "Báo cáo in ra một trang, đủ cho cuộc họp đầu tuần.",
        "Reports print on one page, enough for a meeting on Monday.",
    ),
    (
        "Có thể xuất toàn bộ dữ liệu ra bảng tính bất cứ lúc nào.",
        "All data can be exported to a spreadsheet at any time.",
    ),
    (
        "Quyền xem và quyền sửa được đặt riêng cho từng người.",
        "Who may see and who may change is set person by person.",
    ),
    (
        "Ô tìm kiếm hiểu tiếng Việt có dấu lẫn không dấu.",
        "The search box understands Vietnamese with and without marks.",
    ),
    (
        "Phiên bản hiện nay chạy được trên máy tính đã {number} năm tuổi.",
        "The present version runs on computers that are {number} years old.",
    ),
)
CAPABILITIES = (
    ("Nhập dữ liệu từ bảng tính.", "Imports data from spreadsheets."),
    ("Gửi lời nhắc qua thư điện tử.", "Sends reminders by e-mail."),
    ("Làm việc khi không có mạng.", "Works without a connection."),
    ("Phân quyền theo phòng ban.", "Gives rights by department."),
    ("Xuất báo cáo theo tháng.", "Exports reports by month."),
)
