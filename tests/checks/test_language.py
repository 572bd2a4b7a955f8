"""The rules about language: how they take a text apart, and what happens without a dictionary."""

from __future__ import annotations

import pytest
from fragments import KLEIN, found

from handboek import checks, dictionary
from handboek.checks.sentences import paragraphs, sentences
from handboek.cli import main


def cut(text: str) -> list[list[str]]:
    return [[sentence.text.strip() for sentence in sentences(part)] for part in paragraphs(text)]


def test_a_text_falls_apart_in_paragraphs_and_sentences():
    assert cut('Bel aan. Wacht even! Zeg: "Goedemiddag." Ga dan.') == [
        ["Bel aan.", "Wacht even!", 'Zeg: "Goedemiddag."', "Ga dan."]
    ]
    assert cut("Om 10.30 uur kost het 2.000 euro, d.w.z. niets.") == [
        ["Om 10.30 uur kost het 2.000 euro, d.w.z. niets."]
    ]
    assert cut("# Kop\n\n- een\n- twee\n\n| a | b |") == [["# Kop"], ["- een"], ["- twee"], ["a"], ["b"]]


def test_what_a_reader_does_not_see_is_not_counted():
    (part,) = paragraphs("Lees [de lijst](/werkbladen/lijst/) en `code` op {dag}, zie https://x.nl/a-b.")
    assert [word for _, word in part.words()] == ["Lees", "de", "lijst", "en", "op", "zie"]


def test_words_keep_their_place():
    text = "Een *zin*.\n\nNog een."
    for part in paragraphs(text):
        for start, word in part.words():
            assert text[start : start + len(word)] == word


@pytest.fixture
def without_dictionary(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(dictionary.shutil, "which", lambda name: None)
    dictionary.unknown.cache_clear()
    yield
    dictionary.unknown.cache_clear()


WRONG = "# tools/guides/praatje.yml\ngoal: Je leert iemant kennen middels een praatje.\n"


def test_without_a_dictionary_the_other_rules_still_look(without_dictionary):
    assert [finding.code for finding in found(WRONG, language=True)] == ["ambtelijk"]


def test_without_a_dictionary_a_notice_says_so(without_dictionary, monkeypatch, capsys):
    monkeypatch.chdir(KLEIN)
    assert main(["check", "--taal"]) == 0
    assert "hunspell-nl" in capsys.readouterr().err
    assert main(["check"]) == 0
    assert "hunspell" not in capsys.readouterr().err


def test_the_fast_check_leaves_language_alone():
    assert found(WRONG) == []
    assert not {rule.code for rule in checks.LANGUAGE} & {rule.code for rule in checks.RULES}


def test_an_allowance_of_language_is_let_be_by_the_fast_check():
    allowed = "# tools/guides/praatje.yml\n# toegestaan ambtelijk: het onderwerp\ngoal: Je leert iemand kennen.\n"
    assert found(allowed) == []
    assert [finding.code for finding in found(allowed, language=True)] == ["toegestaan"]


@pytest.mark.parametrize("name", ["Yıldırım", "Şahin", "Ağaoğlu", "Ćosić", "Łukasz", "Đặng", "Zoë’s"])
def test_a_name_in_any_letters_is_one_word(name: str):
    text = f"# tools/guides/praatje.yml\ngoal: Je groet {name}.\n"
    told = [f.text for f in found(text, language=True) if f.code == "spelling"]
    assert told in ([f"Het woord `{name.replace('’', chr(39))}` staat niet in het woordenboek."], [])
    (part,) = paragraphs(f"Je groet {name} morgen.")
    assert [word for _, word in part.words()] == ["Je", "groet", name, "morgen"]
