"""The cast, and everybody the stories invent."""

from allauth.account.models import EmailAddress
from django.utils.text import slugify

from iccn.accounts import phones
from iccn.accounts.models import User
from iccn.accounts.services import grant_role
from iccn.audit import services as audit
from iccn.demo.loader import stories
from iccn.demo.loader.clock import at, days_ago
from iccn.demo.loader.progress import Progress
from iccn.demo.loader.stories import Row

TELLER = "system:demo"


def tell_people(progress: Progress, told: stories.Stories | None = None) -> None:
    """Those who can sign in, with their roles; and the curators who help out."""
    people = (told or stories.load()).people
    with at(days_ago(420)):
        for row in people["cast"]:
            member_of_the_cast(row, people)
        for row in people["curators"]:
            person(row["name"], address_of(row["key"]), roles=("curator",))


def member_of_the_cast(row: Row, people: Row) -> User:
    """A person with a password and a verified e-mail."""
    user = person(
        row["name"], address_of(row["key"]), people["password"], row.get("phone", ""), tuple(row["roles"])
    )
    EmailAddress.objects.get_or_create(
        user=user, email=user.email, defaults={"verified": True, "primary": True}
    )
    return user


def person(
    name: str, email: str, password: str | None = None, phone: str = "", roles: tuple[str, ...] = ()
) -> User:
    """The person with this e-mail; made when there is none. Without a password nobody can sign in."""
    there = User.objects.filter(email=email).first()
    if there is not None:
        return there
    user = User(email=email, name=name, phone=phones.normalised(phone) if phone else "")
    user.set_password(password)
    user.full_clean(exclude=["password"])
    user.save()
    audit.record(TELLER, "person.invented", user)
    for role in roles:
        grant_role(user=user, role=role, by=TELLER)
    return user


def invented(name: str) -> User:
    """The person of the story with this name; one of the cast when the name is theirs."""
    return User.objects.filter(name=name).first() or person(name, address_of(slugify(name)))


def address_of(key: str) -> str:
    return f"{key}@contoh.example"
