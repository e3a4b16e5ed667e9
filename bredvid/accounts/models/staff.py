"""Somebody who works with Bredvid, and the roles she has."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


class StaffManager(BaseUserManager["Staff"]):
    """Finds staff by e-mail, however it is spelled."""

    def get_by_natural_key(self, username: str | None) -> "Staff":
        """The one with this e-mail; raises Staff.DoesNotExist."""
        return self.get(email__iexact=username)

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> "Staff":
        """Somebody new. Without a password she cannot sign in by one."""
        staff = self.model(email=email.strip(), **fields)
        staff.set_password(password)
        staff.save(using=self._db)
        return staff


class Staff(AbstractBaseUser):
    """A member of staff, known by her work e-mail. There is no user name and nobody with every right."""

    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=120)
    organisation = models.ForeignKey(
        "places.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="staff"
    )
    # Django's and allauth's own name for it: they ask by it.
    is_active = models.BooleanField(default=True)
    # Somebody made up, for trying things on one's own machine.
    demonstration = models.BooleanField(default=False)

    objects: ClassVar[StaffManager] = StaffManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        ordering = ("name", "id")
        constraints = [
            # Lower() and no extension, so that both databases agree on who is who.
            models.UniqueConstraint(Lower("email"), name="one_staff_per_email"),
            models.CheckConstraint(condition=~models.Q(email=""), name="staff_has_an_email"),
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @property
    def roles(self) -> frozenset[str]:
        """The codes of her roles. Asked once of the database for each time she is fetched."""
        if not hasattr(self, "_roles"):
            self._roles = frozenset(membership.role for membership in self.memberships.all())
        return self._roles

    def forget_roles(self) -> None:
        """Asks the database again the next time, after a change of roles or second factors."""
        for name in ("_roles", "_has_second_factor"):
            self.__dict__.pop(name, None)

    @property
    def has_second_factor(self) -> bool:
        """Whether she has an authenticator app, a key or a passkey. Recovery codes alone are none."""
        # Imported here: allauth's models ask for this one while they are loaded.
        from allauth.mfa.models import Authenticator

        if not hasattr(self, "_has_second_factor"):
            factors = Authenticator.objects.filter(user_id=self.pk, type__in=("totp", "webauthn"))
            self._has_second_factor: bool = self.pk is not None and factors.exists()
        return self._has_second_factor


class Membership(models.Model):
    """A role of somebody's. She may have several."""

    staff = models.ForeignKey(Staff, on_delete=models.CASCADE, related_name="memberships")
    # A code of roles.py. A role that is no longer there may do nothing.
    role = models.SlugField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("staff", "role"), name="one_membership_per_role"),
        ]

    def __str__(self) -> str:
        return f"{self.staff_id} {self.role}"
