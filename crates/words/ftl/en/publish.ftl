# What is published and what is verified
cli-about-archive = Pack a study into a .zip; with --public only what may be published, together with its findings
cli-archive-public = Only what may be published: no reasons written by experts, small groups merged; with the findings, a data dictionary, how to cite, the rules and the deviations from them
cli-archive-out = The .zip to write; by default it has the study’s name and stands beside it
cli-archive-content = Hash of what is published: { $hash }
cli-archive-verify = Anybody can recompute its numbers: atalaya verify { $path }
cli-archive-arguments = { $count ->
    [0] The experts had written no reasons.
    [one] 1 reason written by an expert was left out.
   *[other] { $count } reasons written by experts were left out.
}
cli-archive-days = { $count ->
    [one] The day of 1 answer was left out.
   *[other] The days of { $count } answers were left out.
}
cli-archive-merged = Merged into “other groups”, with fewer than { $min } experts each (in the archive’s tables, `other`): { $what }.
cli-archive-merged-countries = { $count ->
    [one] 1 country
   *[other] { $count } countries
}
cli-archive-merged-groups = { $count ->
    [one] 1 group
   *[other] { $count } groups
}
cli-archive-merged-sectors = { $count ->
    [one] 1 sector
   *[other] { $count } sectors
}
cli-archive-columns = Columns that no part of the study reads, and that are not published: { $list }.
cli-archive-files = Files that are not published: { $list }.
cli-archive-rare = Take care: by country, group and sector together, { $count ->
    [one] 1 expert stands in a set of fewer than { $min }; somebody who knows the panel might recognise them.
   *[other] { $count } experts stand in sets of fewer than { $min }; somebody who knows the panel might recognise them.
}
cli-archive-no-licence = The study declares no licence, and without one nobody may reuse it. Put it in study.toml: licence = "CC-BY-4.0".
licence-none = The study declares no licence: all rights are reserved.
licence-name = Licence of the study: { $licence }
dictionary-unit-series = that of the column `unit` of scan/series.csv
dictionary-findings = The findings that the program computed from this archive, without sentences or language; their schema is docs/schema/findings.json of the project.
field-values-series = The series.
field-values-economy = ISO code of the economy.
field-values-year = Year.
field-values-value = The value.
field-answer-expert = Code of the expert in `panel.csv`.
field-answer-round = The round, of `consult/rounds.toml`.
field-answer-question = The question: a family and one or two ids.
field-answer-value = The answer, on the scale of its family; `-` is no opinion.
field-answer-confidence = The expert’s confidence in the answer, 0 to 1.
field-rules-file-rule = The rule, by its name in study.toml; `rules_hash` is the hash of them all.
field-rules-file-value = Its value.
field-rules-file-set = Who set it: `study`, or `default` (the method’s own).
field-rules-file-meaning_es = What it means, in Spanish.
field-rules-file-meaning_en = What it means, in English.
field-deviations-file-what = What it departs from: `differs` (something else was decided than the rule proposes), `stale` (the findings changed after the decision), or the code of the diagnostic.
field-deviations-file-id = The decision or the record.
field-deviations-file-about = What it is about.
field-deviations-file-proposed = What the rule proposes.
field-deviations-file-chosen = What was decided.
field-deviations-file-date = When.
field-deviations-file-by = By whom, in which role.
field-deviations-file-reason_es = Why, in Spanish.
field-deviations-file-reason_en = Why, in English.
field-rules-seed = Seed of every draw.
field-rules-min_group = Smallest group shown.
field-rules-rules_hash = Hash of all rules, the one that the report prints.
publish-command = Whoever has the public archive of this study, whose hash is { $hash }, can recompute every number from the answers and check this report: { $command }.
cli-about-verify = Recompute the numbers of a public archive from its answers and, given a report, check every figure in it
cli-value-archive = ARCHIVE
cli-value-report = REPORT
cli-verify-archive = The public archive, as “atalaya archive --public” writes it
cli-verify-profile = The profile by which the report was made: its name or its file; without it, the shipped one that it is nearest to
cli-verify-by-profile = The report is of the profile “{ $profile }”.
cli-verify-report = What to check: report.html, report.docx, report.pdf, findings.json, tables.xlsx or the folder of tables
cli-verify-release = The archive was computed by Atalaya { $stated }; this program is Atalaya { $own }: where methods changed, numbers may change too.
cli-verify-content = Hash of what is published: { $hash }
cli-verify-manifest = The manifest states another hash of what is published: { $hash }
cli-verify-part = { $part }: { $same } of { $all } numbers reproduced
cli-verify-part-words = { $part }: { $same } of { $all } numbers and { $samewords } of { $words } classes, names and hashes reproduced
cli-verify-part-decisions = Decisions
cli-verify-part-trace = Trace
cli-verify-part-gaps = Gaps
cli-verify-part-head = Head
cli-verify-difference = the archive states { $stated }; the answers give { $recomputed }
cli-verify-nothing = nothing
cli-verify-more = … and { $count ->
    [one] 1 more difference
   *[other] { $count } more differences
}.
cli-verify-done = The archive is reproduced in full: { $numbers } numbers.
cli-verify-failed = Not everything was reproduced: { $count ->
    [one] 1 difference
   *[other] { $count } differences
} in the archive.
cli-verify-report-same = { $path } is, byte for byte, what the archive gives.
cli-verify-report-done = { $path }: each of its { $numbers } numbers was reproduced.
cli-verify-report-unread = The file is not the same byte for byte: it differs in something that the page does not show.
cli-verify-report-failed = { $path }: { $same } of { $numbers } numbers reproduced; { $count ->
    [one] 1 difference
   *[other] { $count } differences
}.
cli-verify-report-pdf = { $path } is not, byte for byte, the one that the archive gives. Figure by figure only the page, the Word document and the data can be checked.
cli-verify-report-people = Besides, there are words without numbers that do not come from the archive (sentences: { $added }), and words of the archive that the document leaves out or puts otherwise (sentences: { $left }): people wrote those.
cli-verify-report-pictures = Pictures in Word are not compared: their data stand in the tables.
cli-verify-report-unknown = { $path } is not a table of this study.
cli-verify-said = the report says { $stated }; the archive gives { $recomputed }
cli-verify-in-cell = table “{ $table }”, row “{ $row }”, column “{ $column }”
cli-verify-in-label = figure “{ $figure }”
cli-verify-in-drawing = the drawing of the figure “{ $figure }” is another
cli-verify-in-text = text
cli-verify-in-chapter = chapter “{ $chapter }”, { $place }
cli-verify-quoted = “{ $text }”

# Comparing
cli-about-compare = Compare two studies, two rounds, or one study under two rules: which classes, ranks and decisions change
cli-compare-inputs = One or two studies; with --method, one or two files of that method
cli-value-inputs = STUDY
cli-compare-rule = A rule with another value: NAME=VALUE, by its name under [rules] in study.toml; may be repeated. With one study the comparison is against that rule; with two it holds for both
cli-value-rule = NAME=VALUE
cli-compare-rounds = Two rounds of the same consultation: the findings without the second and with it
cli-value-rounds = ROUND
cli-compare-method = The files are those of a method, not studies: micmac, igo, delphi, abacus or multipol
cli-value-method = METHOD
cli-compare-usage = Give two studies, or one with --rule or --rounds.
cli-compare-no-round = The study has no answers in the round “{ $round }”.
cli-compare-title = { $before } → { $after }
cli-compare-nothing = The two sides have nothing in common.
cli-compare-rules = Rules that differ: { $list }.
cli-compare-class = { $what }: { $changed } of { $compared } change class.
cli-compare-class-same = { $what }: none of the { $compared } classes changes.
cli-compare-only-before = Only on the first side: { $list }.
cli-compare-only-after = Only on the second side: { $list }.
cli-compare-set-same = { $what }: the same ({ $list }).
cli-compare-set = { $what }. In: { $entered }. Out: { $left }. Still there: { $stayed }.
cli-compare-none = none
cli-compare-rank = { $what }: { $moved } of { $n } change place; agreement of the orders (Kendall, 0 to 1; ties do not lower it): { $agreement }.
cli-compare-decision = { $about }: the rule proposes { $proposedbefore } → { $proposedafter }; what stands is { $standsbefore } → { $standsafter }.
cli-compare-decision-same = { $about }: the rule proposes { $proposedbefore } → { $proposedafter }; what was decided is still { $standsafter }.
cli-compare-decision-made = { $about }: decided now: { $standsafter }.
cli-compare-decision-unmade = { $about }: no longer decided; the rule proposes { $proposedafter }.
cli-compare-no-decision = No decision and no proposal changes.
cli-column-before = Before
cli-column-after = After
cli-compare-moved = Change
compare-class-zone = Zone of the variables, direct
compare-class-indirect-zone = Zone of the variables, indirect
compare-class-igo = IGO class of the actions
compare-class-opportunity = Zone of the opportunities
compare-class-robustness = Robustness of the actions
compare-class-admissible = Admissible scenarios
compare-class-balance = Consistency of the scenarios by the balances
compare-class-consensus = Consensus in the last round, by question
compare-rank-importance = Rank by importance (median)
compare-rank-influence = Rank by direct influence
compare-rank-indirect-influence = Rank by indirect influence
compare-rank-dependence = Rank by direct dependence
compare-rank-igo = Rank of the actions (IGO)
compare-rank-desirability = Rank of the scenarios by desirability
compare-set-determining = Determining variables
compare-set-key = Key variables
compare-set-critical = Critical uncertainties
compare-set-crossing = Determining variables that are critical uncertainties
compare-set-strategic = Strategic variables
compare-word-now = now
compare-word-prepare = prepare
compare-word-maintain = maintain
compare-word-later = later
compare-word-robust = robust
compare-word-contingent = contingent
compare-word-hedging = hedging
compare-word-yes = yes
compare-word-no = no
chart-compare-title = { $count ->
    [0] None of { $n } items changes by three places or more
    [one] One of { $n } items changes by three places or more
   *[other] { START($count) } of { $n } change by three places or more
}
chart-compare-subtitle = { $what }: { $before } and { $after }
chart-compare-sample = Agreement of the orders (Kendall): { $agreement }
chart-compare-strong = changes by three places or more
