"""A body with everything that editors write, in two languages."""

BODY_VI = """
Giá của [MISA AMIS](content:/products/misa-amis#gia) ở [trang chủ](https://amis.misa.vn/ "Trang chủ"),[^1] `--gia`.

## Bảng giá {#bang-gia}

| Gói | Giá |
|-----|----:|
| Nhỏ | 1.000 |
| Lớn | [hỏi](mailto:ban@misa.vn) |

- Một
- Hai

    Đoạn của hai.

!!! note "Lưu ý"
    Chưa có thuế.

    Xem [bảng](#bang-gia).

```
# không dịch
gia = 1
```


[[product:misa-amis]]

![Bàn làm việc](ban.jpg "Bàn")

***

[^1]: Ghi chú, dài
    hai dòng.
"""
BODY_EN = """
[MISA AMIS](content:/products/misa-amis#price) has its price at [home](https://amis.misa.vn/ "Home"),[^1] `--gia`.

## Prices {#bang-gia}

| Plan | Price |
|------|------:|
| Small | 1,000 |
| Large | [ask](mailto:ban@misa.vn) |

- One
- Two

    A paragraph of two.

!!! note "Note"
    Without tax.

    See [the table](#bang-gia).

```
# not translated
gia = 1
```


[[product:misa-amis]]

![A desk](ban.jpg "Desk")

***

[^1]: A note, of
    two lines.
"""
