"""What people call the words of the process: English, which the catalogues translate.

`tests/test_vocabulary.py` fails where a table lacks a word. Options offer the words: nothing heavy
is imported here.
"""

from collections.abc import Mapping

from ogp_cli.lang.catalogue import C_, N_

STATUS_WORDS: Mapping[str, str] = {
    "standing": C_("status", "standing"),
    "merge-proposed": C_("status", "merge proposed"),
    "merged": C_("status", "merged"),
    "cancelled": C_("status", "cancelled"),
    "pending": C_("status", "pending"),
    "dropped": C_("status", "dropped"),
    "adopted": C_("status", "adopted"),
    "not-adopted": C_("status", "not adopted"),
    "withdrawn": C_("status", "withdrawn"),
    "replaced": C_("status", "replaced"),
}
STEP_WORDS: Mapping[str, str] = {
    "comments-shared": C_("step", "comments shared"),
    "meeting-held": C_("step", "meeting held"),
    "comments-integrating": C_("step", "comments being integrated"),
    "comments-integrated": C_("step", "comments integrated"),
    "new-version-received": C_("step", "new version received"),
    "meeting-to-schedule": C_("step", "meeting to schedule"),
    "merge-proposed": C_("step", "merge proposed"),
    "merged-card-pending": C_("step", "merged commitment pending"),
    "merge-dropped": C_("step", "merge dropped"),
    "merged": C_("step", "merged"),
    "cancelled": C_("step", "cancelled"),
    "reinstated": C_("step", "reinstated"),
    "adopted": C_("step", "adopted"),
    "explained": C_("step", "reason given"),
    "amended": C_("step", "amended"),
    "withdrawn": C_("step", "withdrawn"),
}
COMPLETION_WORDS: Mapping[str, str] = {
    "not-started": C_("completion", "not started"),
    "limited": C_("completion", "limited"),
    "substantial": C_("completion", "substantial"),
    "complete": C_("completion", "complete"),
}
KIND_WORDS: Mapping[str, str] = {
    "steering-committee": C_("kind", "{committee}"),
    "coordination": C_("kind", "coordination meeting"),
    "workshop": C_("kind", "workshop"),
    "public": C_("kind", "public meeting"),
    "act": C_("kind", "decision or letter"),
    "letter": C_("kind", "letter"),
    "note": C_("kind", "note"),
}
MODE_WORDS: Mapping[str, str] = {
    "remote": N_("remote meeting"),
    "in-person": N_("meeting in person"),
    "hybrid": N_("meeting in person and remote"),
}
SECTOR_WORDS: Mapping[str, str] = {
    "government": C_("sector", "government"),
    "parliament": C_("sector", "parliament"),
    "judiciary": C_("sector", "judiciary"),
    "local-authorities": C_("sector", "local authorities"),
    "civil-society": C_("sector", "civil society"),
    "universities": C_("sector", "universities"),
    "private-sector": C_("sector", "private sector"),
    "chambers": C_("sector", "chambers"),
    "media": C_("sector", "media"),
    "international": C_("sector", "international"),
}
