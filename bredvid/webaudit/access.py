"""Who may see an audit: staff who may read it. Nothing of it is public before the municipalities' right of reply."""

from bredvid.accounts.access import Action as Action, requires as requires
