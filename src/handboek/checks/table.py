"""The table of the rules, the most pressing first."""

from __future__ import annotations

from handboek.checks import allowances, editions, personal, reading
from handboek.checks.rule import Rule, of
from handboek.checks.rules import (
    alternative_text,
    blanks,
    contrast,
    criteria,
    doer,
    dossier,
    duplicate_id,
    duplicate_name,
    empty_pack,
    false_link,
    file_name,
    filler,
    future_date,
    group_size,
    headings,
    hidden_character,
    hidden_text,
    hours,
    html,
    link,
    link_text,
    listed_twice,
    lists,
    loose_step,
    markup,
    method,
    minutes,
    missing_glyph,
    mixed_script,
    no_sheet,
    outdated,
    paragraph,
    phase_number,
    picture,
    picture_file,
    placeholder,
    provenance,
    public_number,
    questions,
    redirect,
    reference,
    replacement,
    review,
    session,
    spreadsheet,
    stale_translation,
    starter_text,
    stray_file,
    template_command,
    theory,
    topic,
    translation,
    unintended,
    unsafe_link,
    unused,
    withdrawn,
    worksheet,
)
from handboek.checks.rules.language import (
    exclamation,
    house_words,
    long_sentence,
    long_words,
    officialese,
    passive,
    spelling,
)

RULES: tuple[Rule, ...] = (
    *of(
        method,
        reference,
        file_name,
        stray_file,
        duplicate_name,
        duplicate_id,
        phase_number,
        loose_step,
        criteria,
        doer,
        theory,
        dossier,
        topic,
        paragraph,
        minutes,
        hours,
        public_number,
        group_size,
        session,
        worksheet,
        spreadsheet,
        questions,
        blanks,
        no_sheet,
        empty_pack,
        redirect,
        replacement,
        provenance,
        future_date,
        translation,
        review,
    ),
    *personal.RULES,
    *of(
        link,
        unsafe_link,
        false_link,
        hidden_character,
        mixed_script,
        picture,
        picture_file,
        html,
        template_command,
        hidden_text,
        unintended,
        lists,
        markup,
        filler,
        missing_glyph,
        contrast,
        alternative_text,
        link_text,
        headings,
        withdrawn,
        listed_twice,
        unused,
    ),
    personal.NAMES,
    *of(
        placeholder,
        starter_text,
        outdated,
        stale_translation,
    ),
)
"""What is looked for in the whole of the content."""

LANGUAGE: tuple[Rule, ...] = of(
    spelling,
    house_words,
    long_sentence,
    passive,
    officialese,
    long_words,
    exclamation,
)
"""The rules about the language itself, which take longer."""

ALL: tuple[Rule, ...] = (*reading.RULES, *editions.RULES, *RULES, *LANGUAGE, allowances.RULE)
"""Everything that a finding can be about, in the order of weight."""

CODES = tuple(rule.code for rule in ALL)

SINCE = {rule.code: rule.since for rule in ALL if rule.since > 1}
"""By code the format of content from which a rule holds, where it came after the first: in older content it warns."""

UNFINISHED = frozenset((placeholder.CODE, starter_text.CODE, editions.CLASH))
"""The warnings about what nobody has written yet: while there is one, nothing is released."""

MAY_BE_ALLOWED = frozenset(
    (
        "onderwerp",
        "opvultekst",
        "letterteken",
        "dubbel-genoemd",
        "ongebruikt",
        "verouderd",
        personal.NAMES.code,
        *(rule.code for rule in LANGUAGE),
    )
)
"""The rules to which a text may be an exception, with a reason. What keeps people safe is not among them:
who adds a lesson could switch it off there. A name is: somebody may want to be named."""
