"""Staff, their roles, invitations and the log of what staff did: shape and constraints only."""

from bredvid.accounts.models.activity import ActivityEntry as ActivityEntry, ActivityHead as ActivityHead
from bredvid.accounts.models.invitation import Invitation as Invitation
from bredvid.accounts.models.staff import Membership as Membership, Staff as Staff, StaffManager as StaffManager
