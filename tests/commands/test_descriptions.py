"""The descriptions of fields are words that editors read, so translators get them."""

from showcase.commands.descriptions import described

CODE = """
class Tea(Model):
    name: str = fact(_p("field", "Name"), "What it is " "called.", "Lotus")
    other: str = Field(description="Its “other” name.", examples=["no"])
    third: str = fact(_p("field", "Third"), variable)

    def check(self):
        raise FieldError("missing-field", field="name", description="or its Vietnamese name")
"""


def test_every_description_is_marked_and_nothing_else() -> None:
    path, content = described(("showcase/kinds/tea.py", CODE.encode()))

    assert path == "showcase/kinds/tea.py"
    assert sorted(content.decode().splitlines()) == [
        '_("Its “other” name.")',
        '_("What it is called.")',
        '_("or its Vietnamese name")',
    ]
