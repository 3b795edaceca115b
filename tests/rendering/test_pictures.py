"""Pictures of any sort become pictures that every browser shows, without what nobody should see."""

import contextlib
import hashlib
import io
import struct
import zlib
from pathlib import Path
from random import Random

import pytest
from PIL import Image, ImageCms

from showcase.codes import NO_PICTURE, TOO_MUCH_WORK
from showcase.library.values import PictureFile
from showcase.limits import LIMITS
from showcase.problems import ContentError, Problem
from showcase.reading.discover import Attachment
from showcase.rendering.pictures import measured, published, published_files

ORIENTATION, GPS, MAKER_NOTE = 0x0112, 0x8825, 0x927C


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, form, **options)
    return file.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def measure(folder: Path, data: bytes, name: str = "anh.jpg") -> PictureFile | Problem:
    (folder / name).write_bytes(data)
    return measured(Attachment(name, "products/ban-go", name, hashlib.sha256(data).hexdigest()), folder)


def picture_file(folder: Path, width: int, height: int) -> PictureFile:
    """What is known of the picture `anh.png`, which lies in the folder."""
    return PictureFile("anh.png", hashlib.sha256((folder / "anh.png").read_bytes()).hexdigest(), width, height)


def is_near(one: object, other: tuple[int, int, int], distance: int = 12) -> bool:
    assert isinstance(one, tuple)
    return all(abs(a - b) <= distance for a, b in zip(one, other, strict=True))


def halves(turned: Image.Transpose | None = None) -> Image.Image:
    """A picture that is red on the left and blue on the right, as a camera stores it that was held in another way."""
    image = Image.new("RGB", (64, 32), "blue")
    image.paste("red", (0, 0, 32, 32))
    return image if turned is None else image.transpose(turned)


@pytest.mark.parametrize(
    ("orientation", "stored"),
    [
        (1, None),
        (3, Image.Transpose.ROTATE_180),
        (5, Image.Transpose.TRANSPOSE),
        (6, Image.Transpose.ROTATE_90),
        (8, Image.Transpose.ROTATE_270),
    ],
)
def test_a_turned_photo_is_shown_upright(tmp_path: Path, orientation: int, stored: Image.Transpose | None) -> None:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    data = saved(halves(stored), "JPEG", exif=exif, quality=95)
    found, image = measure(tmp_path, data), opened(published(data))

    assert isinstance(found, PictureFile)
    assert (found.width, found.height) == image.size == (64, 32)
    assert is_near(image.getpixel((8, 16)), (254, 0, 0), 24)
    assert is_near(image.getpixel((56, 16)), (0, 0, 254), 24)


def test_nothing_but_the_picture_is_published() -> None:
    exif = Image.Exif()
    exif[0x010F] = "The camera of somebody"
    exif.get_ifd(GPS)[2] = (21.0, 1.0, 0.0)
    exif.get_ifd(0x8769)[MAKER_NOTE] = b"secret"
    data = saved(halves(), "JPEG", exif=exif, comment=b"secret", xmp=b"<x:xmpmeta>secret</x:xmpmeta>")
    image = opened(published(data))

    assert b"secret" in data
    assert not image.getexif()
    assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
    assert b"secret" not in published(data)
    assert b"somebody" not in published(data)


def test_a_photo_for_printers_keeps_its_colours() -> None:
    data = saved(Image.new("CMYK", (8, 8), (0, 255, 255, 0)), "JPEG", quality=95)
    image = opened(published(data))

    assert image.mode == "RGB"
    assert is_near(image.getpixel((4, 4)), (254, 0, 0))


def test_a_wide_gamut_photo_keeps_its_colours() -> None:
    """The profile exchanges red and green, which no viewer of the published file will know."""
    profile = swapped_profile()
    image = opened(published(saved(Image.new("RGB", (8, 8), (255, 0, 0)), "PNG", icc_profile=profile)))

    assert "icc_profile" not in image.info
    assert is_near(image.getpixel((4, 4)), (0, 254, 0))


def test_a_profile_counts_for_pictures_that_let_light_through() -> None:
    transparent = Image.new("RGBA", (8, 8), (255, 0, 0, 255))
    image = opened(published(saved(transparent, "PNG", icc_profile=swapped_profile())))

    assert is_near(image.getpixel((4, 4)), (0, 254, 0))


@pytest.mark.parametrize("profile", [b"no profile", ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()])
def test_a_profile_that_cannot_be_used_counts_as_none(profile: bytes) -> None:
    image = opened(published(saved(halves(), "PNG", icc_profile=profile)))

    assert is_near(image.getpixel((8, 16)), (254, 0, 0))


def swapped_profile() -> bytes:
    """The profile of sRGB with the columns of red and green exchanged."""
    data = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    assert data.count(b"rXYZ") == data.count(b"gXYZ") == 1
    return data.replace(b"rXYZ", b"????").replace(b"gXYZ", b"rXYZ").replace(b"????", b"gXYZ")


def test_sixteen_bits_a_channel_become_eight() -> None:
    grey = Image.new("I;16", (4, 4), 0x8000)
    image = opened(published(saved(grey, "PNG")))

    assert is_near(image.getpixel((2, 2)), (128, 128, 128), 4)


@pytest.mark.parametrize(("mode", "clear"), [("RGBA", (0, 0, 0, 0)), ("LA", (0, 0)), ("P", 0), ("1", 1), ("L", 255)])
def test_what_lets_light_through_lies_on_white_paper(mode: str, clear: int | tuple[int, ...]) -> None:
    options = {"transparency": 0} if mode == "P" else {}
    image = opened(published(saved(Image.new(mode, (4, 4), clear), "PNG", **options)))

    assert is_near(image.getpixel((2, 2)), (255, 255, 255), 3)


def test_of_a_moving_picture_the_first_frame_is_shown(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (16, 16), colour) for colour in ("red", "lime", "blue")]
    data = saved(frames[0], "WEBP", save_all=True, append_images=frames[1:], duration=100, lossless=True)
    image = opened(published(data))

    assert getattr(opened(data), "n_frames", 1) == 3
    assert isinstance(measure(tmp_path, data, "anh.webp"), PictureFile)
    assert is_near(image.getpixel((8, 8)), (254, 0, 0))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_the_usual_formats_are_taken(tmp_path: Path, form: str) -> None:
    found = measure(tmp_path, saved(halves(), form))

    assert isinstance(found, PictureFile)
    assert (found.width, found.height) == (64, 32)


@pytest.mark.parametrize(
    ("size", "shown"),
    [((1, 1), (1, 1)), ((20_000, 100), (1600, 8)), ((2000, 1), (1600, 1)), ((1600, 9), (1600, 9))],
)
def test_a_picture_has_the_size_that_its_page_says(
    tmp_path: Path, size: tuple[int, int], shown: tuple[int, int]
) -> None:
    data = saved(Image.new("RGB", size, "white"), "PNG")
    found = measure(tmp_path, data)

    assert isinstance(found, PictureFile)
    assert (found.width, found.height) == shown
    assert opened(published(data)).size == shown


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = saved(halves(), "PNG")

    assert published(data) == published(data)


def test_a_picture_is_read_from_where_it_lies(tmp_path: Path) -> None:
    data = saved(halves(), "PNG")
    (tmp_path / "anh.png").write_bytes(data)

    files = dict(published_files(picture_file(tmp_path, 64, 32), tmp_path))

    assert files[f"media/{hashlib.sha256(data).hexdigest()[:16]}.jpg"] == published(data)


def test_a_wide_picture_is_published_in_the_widths_and_formats_that_pages_use(tmp_path: Path) -> None:
    data = saved(Image.new("RGB", (1000, 500), (200, 30, 30)), "PNG")
    (tmp_path / "anh.png").write_bytes(data)
    files = dict(published_files(picture_file(tmp_path, 1000, 500), tmp_path))
    sizes = {
        path.removeprefix(f"media/{hashlib.sha256(data).hexdigest()[:16]}"): opened(own).size
        for path, own in files.items()
    }

    small, middle, whole = (480, 240), (800, 400), (1000, 500)
    assert sizes == {
        f"{part}.{ending}": size
        for ending in ("avif", "webp", "jpg")
        for part, size in (("-480", small), ("-800", middle), ("", whole))
    }
    assert files == dict(published_files(picture_file(tmp_path, 1000, 500), tmp_path))
    assert all(opened(own).info.get("exif") is None for own in files.values())


def test_a_picture_has_the_mean_of_its_colours(tmp_path: Path) -> None:
    found = measure(tmp_path, saved(Image.new("RGB", (8, 8), (200, 30, 40)), "PNG"))

    assert isinstance(found, PictureFile)
    assert found.colour == "#c81e28"


def detail(found: PictureFile | Problem) -> str:
    assert isinstance(found, Problem)
    assert (found.code, found.place.path) == ("bad-picture", "anh.jpg")
    return str(found.fields["detail"])


def png_header(width: int, height: int) -> bytes:
    """A picture of that size that is almost nothing on disk."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")


def test_a_picture_too_large_to_decode_is_refused_by_its_header(tmp_path: Path) -> None:
    assert "40,000,000" in detail(measure(tmp_path, png_header(8000, 6000)))
    assert "decompression bomb" in detail(measure(tmp_path, png_header(50_000, 50_000)))


@pytest.mark.parametrize("data", [b"", b"<html>", b"%PDF-1.7", b"<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_what_is_no_picture_is_refused(tmp_path: Path, data: bytes) -> None:
    assert detail(measure(tmp_path, data)) == NO_PICTURE


@pytest.mark.parametrize("form", ["GIF", "TIFF", "BMP"])
def test_a_format_that_is_not_for_the_web_is_refused(tmp_path: Path, form: str) -> None:
    assert detail(measure(tmp_path, saved(halves(), form))) == NO_PICTURE


@pytest.mark.parametrize("form", ["JPEG", "PNG"])
def test_half_a_picture_is_refused(tmp_path: Path, form: str) -> None:
    noise = Image.effect_noise((64, 64), 90)
    data = saved(noise, form)

    assert detail(measure(tmp_path, data[: len(data) // 2]))


@pytest.mark.parametrize("what", ["another picture", "nothing", "a link"])
def test_a_picture_that_changes_while_the_site_is_made_is_named_and_nothing_is_kept_of_it(
    tmp_path: Path, what: str
) -> None:
    file = tmp_path / "anh.png"
    file.write_bytes(saved(halves(), "PNG"))
    known = picture_file(tmp_path, 64, 32)
    file.unlink()
    if what == "another picture":
        file.write_bytes(saved(Image.new("RGB", (64, 32)), "PNG"))
    elif what == "a link":
        file.symlink_to("/etc/passwd")

    for stage in (
        lambda: measured(Attachment("anh.png", "products/ban-go", "anh.png", known.digest), tmp_path),
        lambda: published_files(known, tmp_path),
    ):
        with pytest.raises(ContentError) as caught:
            stage()
        assert [(each.code, each.place.path) for each in caught.value.problems] == [("changed-meanwhile", "anh.png")]


def scans(count: int) -> bytes:
    """A progressive JPEG in which every scan but the first few is repeated: small on disk, endless to decode."""
    data = saved(Image.effect_noise((640, 640), 60), "JPEG", progressive=True, quality=30)
    last = data.rindex(b"\xff\xda")
    start = data.rindex(b"\xff\xc4", 0, last)
    return data[:start] + data[start:-2] * count + data[-2:]


def test_a_picture_that_takes_too_long_is_refused(tmp_path: Path) -> None:
    data = scans(100)
    (tmp_path / "anh.jpg").write_bytes(data)
    attachment = Attachment("anh.jpg", "products/ban-go", "anh.jpg", hashlib.sha256(data).hexdigest())
    # Far below the least limit that a showcase can set, so that no machine is fast enough.
    hardly_any = LIMITS.model_copy(update={"seconds": 0.001})

    assert detail(measured(attachment, tmp_path, hardly_any)) == TOO_MUCH_WORK


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_whatever_is_wrong_with_a_picture_it_is_a_problem(tmp_path: Path, form: str) -> None:
    whole = saved(Image.effect_noise((48, 48), 60).convert("RGB"), form)
    random = Random(form)
    for _ in range(40):
        data = bytearray(whole)
        for _ in range(random.randint(1, 8)):
            data[random.randrange(len(data))] = random.randrange(256)
        found = measure(tmp_path, bytes(data))
        if isinstance(found, PictureFile):
            with contextlib.suppress(ContentError):
                published_files(found, tmp_path)
