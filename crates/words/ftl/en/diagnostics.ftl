# Diagnostics
severity-error = error
severity-warning = warning
severity-gap = gap
check-summary = { $errors ->
    [0] No errors
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [0] no warnings
    [one] 1 warning
   *[other] { $warnings } warnings
}, { $gaps ->
    [0] nothing left to complete
    [one] 1 gap to complete
   *[other] { $gaps } gaps to complete
}.
check-more = And { $count ->
    [one] another like it
   *[other] { $count } more like it
}.
check-more-at = And { $count ->
    [one] another like it:
   *[other] { $count } more like it:
} { $places }

# E1 · files
diagnostic-E101 = Cannot be read: { $reason }.
diagnostic-E101-remedy = Check that the path exists and that your user may read it.
diagnostic-E101-explain =
    Something that should be read could not be

    The system did not open the file or folder: the path does not exist, you lack permission to read it, or a link points to a place that is gone. Check it with `ls -l PATH`; if you copied it from another machine, make sure the copy is complete. While one file cannot be read the rest of the study is still checked, but `atalaya run` writes nothing.
diagnostic-E102 = There is a folder where a file is expected, or a file where a folder is expected.
diagnostic-E102-remedy = Rename what stands at `{ $file }`, or move it out of the study.
diagnostic-E102-explain =
    A file and a folder mistaken for each other

    Every part of a study has its place: `panel.csv` is a file and `scan/` is a folder. Something of the other sort has taken the name; it often happens when an archive is unpacked into a folder of its own name, as in `panel.csv/panel.csv`. Move the contents one level up, or rename it.
diagnostic-E103 = The file is empty.
diagnostic-E103-remedy = Write at least its header, or delete it: a part that is not there yet is no error.
diagnostic-E103-explain =
    A file with nothing in it

    An empty file does not say whether the part is still to be written or was lost in a copy, so reading stops. If you do not have the data yet, delete the file: the study is analysed as far as it goes and says what is missing. If you should have it, restore it from your copy. A table with just its header, `id,name_es,name_en`, is valid.
diagnostic-E104 = { $sheet ->
    [no] There is no `study.toml` here: this is not the folder of a study.
   *[other] The workbook has no sheet “{ $sheet }”: it is not a whole study.
}
diagnostic-E104-remedy = { $sheet ->
    [no] Name the folder that holds `study.toml`, or start a study with `atalaya new DIR`.
   *[other] Add that sheet, with a key and its value in each row (`title`, `base_year`, `horizon`), or bring it into a study that there is.
}
diagnostic-E104-explain =
    The study has no front sheet

    Every study starts at `study.toml`, which holds the focal question, the subject, the horizon and the rules. If the file is in a subfolder, name that one: `atalaya check data/my-study`. To start afresh use `atalaya new my-study`; the least it needs is `format = 1`, a `title`, `base_year` and `horizon`.
diagnostic-E105 = The study is in format { $found } and this program reads up to { $known }.
diagnostic-E105-remedy = Update atalaya, or ask for the study saved in format { $known }.
diagnostic-E105-explain =
    The study was written by a newer version

    The key `format` of `study.toml` says which format the study was written in. An older program might read half of it and give wrong results, so it declines. Update atalaya. Do not change the number by hand: what the new format brings would still be there, unread.
diagnostic-E106 = TOML syntax: { $reason }.
diagnostic-E106-remedy = Texts go in quotes and lists in brackets: `title.en = "Small firms towards 2030"`.
diagnostic-E106-explain =
    The TOML file is not well written

    TOML wants one key a line, texts in straight quotes and lists in square brackets. The usual causes: curly quotes put in by a word processor, a comma or bracket left out, the same key twice. Wrong: `horizon = year 2030`. Right: `horizon = 2030`. Wrong: `languages = es, en`. Right: `languages = ["es", "en"]`.
diagnostic-E107 = The row has { $cells } cells and the header { $header }.
diagnostic-E107-remedy = Put a text that holds commas in quotes: `V1,"Capital, credit and guarantees"`.
diagnostic-E107-explain =
    A row longer than its header

    There are cells too many, nearly always because a text holds commas and stands without quotes: it splits in two and pushes the next columns along. Wrong: `V1,Capital, credit and guarantees,Capital`. Right: `V1,"Capital, credit and guarantees",Capital`. A spreadsheet that saves the table as CSV adds the quotes itself.
diagnostic-E108 = The column “{ $column }” stands twice.
diagnostic-E108-remedy = Keep one, or rename the other.
diagnostic-E108-explain =
    Two columns of the same name

    The program cannot know which of the two counts. Two spellings of one name clash as well, such as `name_es` and `name.es`. If the second one is a note of yours, call it something else: columns that the program does not know are kept untouched.
diagnostic-E109 = A quotation mark is opened and never closed.
diagnostic-E109-remedy = Close it; a quotation mark inside a text is written twice: `"the ""digital"" boom"`.
diagnostic-E109-explain =
    Unclosed quotes

    From the opening mark on, everything is read as a single text, to the end of the file. Look in that line for the mark that is missing. A mark that belongs to the text is doubled: `H4,"The report ""Digital 2017"""`.
diagnostic-E110 = The entry of the bibliography cannot be read: { $reason }.
diagnostic-E110-remedy = Check braces, commas and `=` signs: `@article{"{"}Perez2018, title = {"{"}…{"}"}, year = {"{"}2018{"}"}{"}"}`.
diagnostic-E110-explain =
    A BibTeX entry that is not well written

    Each entry of `sources.bib` has a type, a key and fields separated by commas, and every brace that opens must close. What is usually missing is the comma after a field, or the closing brace of the entry before. If you export from Zotero or Mendeley, export again as BibTeX.
diagnostic-E111 = The JSON file cannot be read: { $reason }.
diagnostic-E111-remedy = Write `{"{"}"labels": ["V1", "V2"], "matrix": [[0, 2], [1, 0]]{"}"}`: one label a row and one list of values a row.
diagnostic-E111-explain =
    A JSON file that is no matrix

    A matrix in JSON is an object with `labels`, the list of labels, and `matrix`, the list of rows; each row is a list of numbers or texts, and `null` is a cell that nobody answered. Line and column point to where reading stopped: usually there is a comma too many at the end of a list, or a quotation mark is missing.

# E2 · records
diagnostic-E201 = The id is missing.
diagnostic-E201-remedy = Give each row a short, permanent id in the column `id`, such as V1 (the column may also be called `code` or `key`).
diagnostic-E201-explain =
    A record without an id

    The id is the permanent name of a record: answers, matrices and decisions cite it. Without one nothing can refer to the row. If the whole column is missing, the first row should have a column `id`, `code` or `key`: `id,name_es,name_en`. The long name goes in `name`, and the label on pictures in `code`, where the table has an `id` as well.
diagnostic-E202 = “{ $text }” cannot be an id.
diagnostic-E202-remedy = Start with a letter and go on with letters, digits, `-` or `_`, without accents; at most 32 characters.
diagnostic-E202-explain =
    A malformed id

    An id starts with a plain letter and goes on with letters, digits, hyphens or underscores, without spaces. Wrong: `1V`, `Variable 3`, `educación`. Right: `V1`, `Variable_3`, `education`. The state of a variable is written with a dot: `V3.a`. Names with accents and spaces go in `name`.
diagnostic-E203 = The id “{ $id }” is already taken at { $first }.
diagnostic-E203-remedy = Give one of the two another id; if they are the same record, keep one row.
diagnostic-E203-explain =
    An id that stands twice

    Two records share an id and nobody can tell which one an answer means. It also counts between lists that are asked about together: importance is asked of variables and of actions, so `X1` cannot be both. An id is never used again, not even after its record is deleted; to change it throughout the study use `atalaya rename STUDY V3 V30`.
diagnostic-E204 = “{ $id }” is not in the list of { $records }.
diagnostic-E204-remedy = Add it to `{ $home }`, or correct the reference.
diagnostic-E204-explain =
    A reference to something that does not exist

    Something cites an id that no row has. It is nearly always a slip (`V13` for `V31`), a record that was deleted, or a matter of capitals: `v3` and `V3` differ. Correct the reference or add the record. To change an id throughout the study at once use `atalaya rename`.
diagnostic-E205 = “{ $text }”: a spreadsheet turns this id into a date, a number or a truth value, or already has.
diagnostic-E205-remedy = Use another id, such as M1 for MAR1; to change it throughout the study: `atalaya rename`.
diagnostic-E205-explain =
    An id that a spreadsheet changes

    Excel and its kin turn `MAR1` into 1 March and `1E3` into 1000 without a word, and once saved the id is lost. The program refuses such ids from the start, and knows what is left of them (`1-mar`, `1.00E+03`). Choose ids that nobody takes for a date or a number: `M1`, `V1`, `E01`.
diagnostic-E206 = “{ $field }” is missing.
diagnostic-E206-remedy = Fill in the cell, or add the column `{ $field }` if the table lacks it.
diagnostic-E206-explain =
    Something required is missing

    Without it the row cannot be used. `answers.csv` requires the columns `expert`, `round`, `question` and `value`; a row whose value is blank is a question left unanswered, and no error. “No opinion” is written `-`.
diagnostic-E207 = { $whole ->
    [yes] “{ $text }” is not a whole number.
   *[no] “{ $text }” is not a number.
}
diagnostic-E207-remedy = { $whole ->
    [yes] Write digits alone: 2030.
   *[no] Write the number alone, with a decimal point: 3.5. The unit has its own column.
}
diagnostic-E207-explain =
    A number is expected

    The cell holds letters, units or too many marks. Wrong: `12 thousand`, `1.2.3`, `n/a`. Right: `12000`. A blank cell means that there is no figure; in an answer, `-` means that the expert has no opinion. Percentages are read: `35 %` is 0.35.
diagnostic-E208 = “{ $text }” is not one of the words allowed: { $allowed }.
diagnostic-E208-remedy = Write one of them exactly as it stands.
diagnostic-E208-explain =
    A word that is not on the list

    This column takes a closed list of words, which files keep in English and reports translate; they are read in Spanish too. Wrong: `magic` as a dimension. Right: `technological` or `tecnológica`. The Excel workbook that `atalaya convert` makes offers these lists as drop-down menus.
diagnostic-E209 = “{ $text }” can be read in two ways: with a decimal comma or a thousands comma.
diagnostic-E209-remedy = Write it without a thousands mark and with a decimal point: 1234 or 1.234.
diagnostic-E209-explain =
    An ambiguous number

    `1,234` is one thousand two hundred and thirty-four to some and a little over one to others. The program does not guess. A comma followed by one or two digits is understood (`3,5`) and only mentioned.
diagnostic-E210 = “{ $text }” is not a date.
diagnostic-E210-remedy = Write it as YYYY-MM-DD, YYYY-MM or YYYY: 2018-06-30, 2018-06 or 2018.
diagnostic-E210-explain =
    A date that does not exist or is written otherwise

    Dates go from the largest part to the smallest, with hyphens, and must be in the calendar: there is no `2018-02-30`. Wrong: `30/06/2018`, `June 2018`. Right: `2018-06-30`, `2018-06`.
diagnostic-E211 = The horizon ({ $horizon }) is not after the base year ({ $base }).
diagnostic-E211-remedy = Correct `base_year` or `horizon` in `study.toml`.
diagnostic-E211-explain =
    The horizon is not in the study’s future

    The base year is the present one looks from; the horizon is the year one looks at. The scenarios run between the two, so the second must be the larger. Example: `base_year = 2018`, `horizon = 2030`.
diagnostic-E212 = “{ $text }” is not a period between the base year and the horizon.
diagnostic-E212-remedy = Write it as YYYY-YYYY, such as "2018-2022", inside the limits of the study.
diagnostic-E212-explain =
    A period outside of the study

    Periods tell the path of a scenario leg by leg, from the base year to the horizon. With `base_year = 2018` and `horizon = 2030`, "2018-2022", "2022-2026" and "2026-2030" are fine; "2022-2035" and "short term" are not.
diagnostic-E213 = “{ $id }” refers to itself, directly or through others.
diagnostic-E213-remedy = Take out one of the references that close the chain.
diagnostic-E213-explain =
    A chain that closes on itself

    Records depend on one another in a circle: action X1 comes after X2 and X2 after X1, or an objective hangs from one that hangs from it. There is no first one. Follow the columns `after` or `parent` from the id named, and let one link go.
diagnostic-E214 = “{ $text }” is not six letters A, M or B.
diagnostic-E214-remedy = Write one letter for each source of argumentation, in the order of the table: `AAMBMM`, for example.
diagnostic-E214-explain =
    Sources of argumentation that cannot be read

    The K coefficient asks each expert how much each source weighed in what they know: high (A), medium (M) or low (B). That makes six letters in this order: own theoretical analysis, experience, national authors, foreign authors, knowledge of the state of the matter abroad, and intuition. Right: `AAMBMM`. Wrong: `AAM` or `high`. If nobody asked, leave the cell empty.

# E3 · answers
diagnostic-E301 = “{ $text }” is not a question that the program knows.
diagnostic-E301-remedy = Write FAMILY/ID or FAMILY/ID/ID, such as `importance/V3` or `influence/V1/V7`.
diagnostic-E301-explain =
    An unknown question

    Each answer says which question it answers: a family and one or two ids. `importance/V3` is the importance of V3; `influence/V1/V7`, the influence of V1 on V7. Here the family does not exist, or it takes another number of ids. These are the families, with their ids and their scale:
diagnostic-E302 = { $whole ->
    [yes] The value “{ $value }” is not on the scale { $scale }, of whole numbers.
   *[no] The value “{ $value }” is not on the scale { $scale }.
}
diagnostic-E302-remedy = { $alone ->
    [yes] Correct the value, or bring the table to that scale: a file on its own is always read with it. A scale of your own is declared in a study.
   *[no] Correct the value. If the study uses another scale, declare it under `[scales]` in `study.toml`.
}
diagnostic-E302-explain =
    An answer outside of its scale

    Each family of questions has a scale: influence goes from 0 to 3, or P when it is potential; importance, from 1 to 10. If your panel answered on another, declare it: `[scales]` and below it `importance = "1..20"`. A range (`1..3`) or a disputed value (`2?`) belongs in a consensus round, where the group gives one answer; each expert alone gives one value.
diagnostic-E303 = { $expert } already answered “{ $question }” in this round, at { $first }.
diagnostic-E303-remedy = Keep one answer; a change of mind belongs in another round.
diagnostic-E303-explain =
    An answer given twice

    In each round each expert gives one answer to each question. Two rows for the same usually come from pasting a sheet twice. If the expert corrected the answer, keep the last one; the earlier may go to `history/`, which is never analysed.
diagnostic-E304 = The answers to “{ $family }” of round { $round } are in two places: here and at { $other }.
diagnostic-E304-remedy = Keep the whole family in one: `answers.csv` or `answers/{ $round }/{ $family }/`.
diagnostic-E304-explain =
    A family with two homes

    The answers to one family in one round are kept as rows of `answers.csv` or as one matrix per expert in `answers/ROUND/FAMILY/`, but not both. With two copies nobody knows which one holds. Delete one; if each held a part, join them in the form you prefer.
diagnostic-E305 = The matrix has { $rows } rows and { $columns } columns: it must be square.{ $norow ->
    [no] {""}
   *[other] {" "}Without a row: { $norow }.
}{ $nocolumn ->
    [no] {""}
   *[other] {" "}Without a column: { $nocolumn }.
}
diagnostic-E305-remedy = Put the same codes in the first row and the first column.
diagnostic-E305-explain =
    A matrix that is not square

    In a matrix of influences each variable stands once as a row and once as a column, under the same code. See whether a row is missing at the end, or a column has no code. Rows and columns of sums are recognised (`SUM`, `Total`) and left out.
diagnostic-E306 = “{ $id }” has { $value } on itself: the diagonal stays empty.
diagnostic-E306-remedy = Clear the value on the diagonal, or write 0.
diagnostic-E306-explain =
    A value on the diagonal

    The diagonal would say how much a variable influences itself, which is not asked. A number there often means that the columns have shifted: check that rows and columns list the codes in the same order. It may be blank, 0, a hyphen or an x.
diagnostic-E307 = A code is missing in the header: it looks like a merged cell.
diagnostic-E307-remedy = Unmerge the cells and write a code for every row and column.
diagnostic-E307-explain =
    A header with merged cells

    When cells are merged only the first keeps its text and the others are left blank: those rows or columns have data and no name. In Excel: Home, Merge & Center, Unmerge Cells; then write the codes that are missing. A title above the table, alone in its row, does no harm.
diagnostic-E308 = The round “{ $id }” is not in `consult/rounds.toml`.
diagnostic-E308-remedy = Add it there with its consultation, number and dates, or correct the name.
diagnostic-E308-explain =
    Answers of a round that nothing describes

    `consult/rounds.toml` says of each round which consultation it belongs to, who was invited and what was asked; without it there is no response rate and no comparison of rounds. Add the round, or correct the slip. The name of the folder `answers/ROUND/` is the round’s id.
diagnostic-E309 = “{ $id }” is among the { $side ->
    [row] rows and not among the columns
   *[other] columns and not among the rows
}.
diagnostic-E309-remedy = Use the same codes in the first row and the first column.
diagnostic-E309-explain =
    Rows and columns with different codes

    The matrix is square, but a code stands on one side only: nearly always a slip (`V10` and `V1O`), or a variable renamed by halves. The order may differ; the codes may not.
diagnostic-E310 = The table has { $found } cells and must have { $expected }.
diagnostic-E310-remedy = Complete rows and columns: one for each item, in the same order as in the other tables.
diagnostic-E310-explain =
    A table of another shape

    Every method asks for tables of a fixed shape: in SMIC `p` is a list of n probabilities, and `given` and `given_not` are matrices of n x n; the rows of a table are all of one length. The message says which table it is, and how many rows and columns were expected.
diagnostic-E311 = The table “{ $name }” is missing.
diagnostic-E311-remedy = Add it: a key of that name in the JSON, a sheet in the workbook, or one more file.
diagnostic-E311-explain =
    A table of the method is missing

    Some methods read several tables: SMIC asks for `p`, `given` and `given_not`; MULTIPOL for `scores` and `policies`; the crossed SWOT for `fo`, `fa`, `do` and `da`. They may come as keys of a JSON document, as sheets of a workbook, or as files (by their names, else in that order).
# E4 · exchange files and output
diagnostic-E401 = Cannot be read as a study: { $reason }.
diagnostic-E401-remedy = A study is a folder, an .xlsx workbook, or a .zip made with `atalaya convert STUDY study.zip`. A file of a method is read by its method: `atalaya micmac matrix.csv`; two are compared with `--method micmac`.
diagnostic-E401-explain =
    An archive that is not a study’s

    The archive of a study carries a manifest with the hash of each part, and limits on count, size and compression that protect whoever opens it. This one does not meet them: it is damaged, was changed, or was made by another program. To pack a folder as a study use `atalaya convert FOLDER study.zip`.
diagnostic-E402 = The Excel workbook cannot be read as a study: { $reason }.
diagnostic-E402-remedy = Start from a workbook made by `atalaya convert STUDY study.xlsx`, and keep the names of its sheets.
diagnostic-E402-explain =
    A workbook that is not a study

    The workbook of a study has one sheet a part (`study`, `variables`, `answers`…) with the ids in the first column. If the sheets are renamed, or the workbook is protected by a password, it cannot be read. Get one with `atalaya new my-study` and `atalaya convert my-study my-study.xlsx`, and paste your data there.
diagnostic-E403 = Cannot be written: { $reason }.
diagnostic-E403-remedy = Choose another place or name, or ask for permission to write.
diagnostic-E403-explain =
    The output cannot be written

    The folder is read-only, the disk is full, or the name is taken. Nothing was left half done: everything gets a temporary name first. To put the results elsewhere: `atalaya run STUDY --out ~/reports/my-study`.
diagnostic-E404 = The study may not be published as it is: { $reason } ({ $id }).
diagnostic-E404-remedy = Put it right, or keep the whole study for yourself: `atalaya archive STUDY`, without `--public`.
diagnostic-E404-explain =
    A study that may not be published

    A public archive holds each expert’s answers under a code. Where the panel is smaller than `privacy.min_group` (5 where absent), publishing them would publish a group that the study itself declares not to be shown; and `panel.csv` holds codes, never names or addresses. Where every expert agreed to publication, or the data were public already, say so in `study.toml`: `privacy.min_group = 1`.
diagnostic-E405 = “{ $text }” is not a rule with a value it can have.
diagnostic-E405-remedy = Write NAME=VALUE. { $allowed }
diagnostic-E405-explain =
    A rule that the study cannot have

    Rules have their names under `[rules]` in `study.toml`, such as `aggregation=median` or `igo_importance=6`. Those that take words take only the ones of their list; those that take numbers take a number.
diagnostic-E406 = The archive states no findings: there is nothing to compare with.
diagnostic-E406-remedy = Use the study’s public archive, the one that `atalaya archive STUDY --public --out study.zip` writes.
diagnostic-E406-explain =
    An archive that is not public

    `atalaya verify` recomputes the findings from the answers and compares them with those that the archive states. The archive of a whole study (`atalaya convert`, `atalaya archive` without `--public`) states none, nor does a public archive that was changed afterwards by `atalaya rename`.
diagnostic-E407 = This document cannot be verified: { $reason }.
diagnostic-E407-remedy = What can be verified: report.html, report.docx, report.pdf, findings.json, tables.xlsx and the folder of tables, as `atalaya run` writes them.
diagnostic-E407-explain =
    A document that cannot be verified

    The document is none of those that `atalaya run` writes, or it is damaged. The page, the Word document and the data are checked figure by figure; of a PDF one can only tell whether it is, byte for byte, the one that the archive gives.

diagnostic-E410 = No profile and no file is called “{ $name }”.
diagnostic-E410-remedy = Choose one of: { $known }; or give the path of a profile’s file.
diagnostic-E410-explain =
    There is no such profile

    A profile says which chapters a report has, in which order and under which titles. “atalaya profiles” lists them; “atalaya profiles NAME” prints the text of one, to copy and change.
diagnostic-E411 = This is no profile of a report: { $reason }
diagnostic-E411-remedy = Compare it with what “atalaya profiles prospectivo” prints.
diagnostic-E411-explain =
    The file is no profile

    A profile is a TOML file. Keys that the program does not know, repeated ones and texts without quotes are refused with their line, so that nothing is left out in silence.

# W1 · ways of writing
diagnostic-W101 = The file starts with a byte-order mark (BOM).
diagnostic-W101-remedy = It is read all the same. To remove it, save as “UTF-8” without BOM.
diagnostic-W101-explain =
    Byte-order mark

    Excel puts three invisible bytes at the start of what it saves as “CSV UTF-8”. They are recognised and set aside. Other programs take them for part of the first header, which is why you are told.
diagnostic-W102 = The separator is “{ $separator }” instead of a comma.
diagnostic-W102-remedy = It is read all the same; writing keeps the separator of the file.
diagnostic-W102-explain =
    Another column separator

    Depending on its regional settings a spreadsheet separates columns with semicolons or tabs. The program recognises it file by file. Nothing needs to change; you are told so that opening it with another tool brings no surprise.
diagnostic-W103 = The file is not UTF-8: it was read as Windows-1252.
diagnostic-W103-remedy = Check that accents came out right, and save it as “CSV UTF-8”.
diagnostic-W103-explain =
    Windows encoding

    The file comes from an Excel that saves accents in the Windows encoding. It was read that way, which is nearly always right: look at a couple of names with accents. In Excel: Save As, type “CSV UTF-8 (Comma delimited)”.
diagnostic-W104 = Some numbers have a decimal comma, such as “{ $text }”.
diagnostic-W104-remedy = They are read all the same; write a decimal point: 3.5.
diagnostic-W104-explain =
    Decimal comma

    `3,5` was read as three and a half. The warning is given once a file. Where the comma might be a thousands mark (`1,234`) the program does not guess and reports E209.
diagnostic-W105 = “{ $label }” was left out: it is a row or column of sums.
diagnostic-W105-remedy = Nothing to do; if it was a variable, give it another code.
diagnostic-W105-explain =
    Sums left out of the matrix

    MICMAC templates often have a row and a column of totals. Taken for a variable they would change every result, so they are left out. They are known by name: `SUM`, `Total`, `Sumatoria`, `Σ`.
diagnostic-W106 = No part of the study reads this { $sheets ->
    [no] file
   *[other] sheet
}.
diagnostic-W106-remedy = { $sheets ->
    [no] If it is yours it may stay (or move to `history/`); if you expected it to be read, check its name and folder.
   *[other] What it says is left behind. If you expected it to be read, call it one of these: { $sheets }.
}
diagnostic-W106-explain =
    A file that nothing reads

    It is in the study’s folder and belongs to none of its parts. Often the name is a slip: `variable.csv` for `structure/variables.csv`, or a matrix outside of `answers/ROUND/FAMILY/`. Files of your own are kept when the study is converted.
diagnostic-W107 = The program does not know the column or key “{ $column }”; it is kept and not used.
diagnostic-W107-remedy = If it is a note of yours, leave it; if you expected it to count, { $headers ->
    [no] check the name.
   *[other] call it one of these: { $headers }.
}
diagnostic-W107-explain =
    A column that nothing reads

    You may add columns of your own: they are kept and given back as they are. You are told because a misspelt name would look the same: `definiton` is not `definition`, and that text would not reach the report. Names are read in English and Spanish, whatever their capitals, accents and plurals: `Definición` is `definition`. They are in `docs/study-folder.md`.

# W2 · content
diagnostic-W201 = “{ $field }”: the text in { $language } is missing.
diagnostic-W201-remedy = Write the text in `{ $key }`, or take "{ $lang }" out of `languages` in `study.toml`.
diagnostic-W201-explain =
    A translation is missing

    `study.toml` declares both languages and this text is in one; in the report of the other it will stand untranslated. Fill in the column of the missing language (`name_en`, `definition_en`…). If the study has one language, say so: `languages = ["en"]`.
diagnostic-W202 = { $id } was invited and answered nothing in { $round }.
diagnostic-W202-remedy = If they did not take part that is fine: it counts as no response. If they did, their data are missing.
diagnostic-W202-explain =
    An expert without answers

    They were invited and the round holds no answer of theirs. It is no error: the report gives the response rate. But their file may not have been imported, or their code be spelt in another way.
diagnostic-W203 = The wording of { $id } changed after it was answered in { $round }.
diagnostic-W203-remedy = If the meaning changed, ask again in another round; if only the form did, update the hash in `consult/rounds.toml`.
diagnostic-W203-explain =
    Another wording was answered

    Each round keeps the hash of the name and definition of what it asked. Today’s is different: the panel answered other words. A reviewer will point it out. If only an accent was mended, update the hash; if the meaning changed, those answers belong to the earlier wording.
diagnostic-W204 = { $id } answered in { $round } without being among those invited.
diagnostic-W204-remedy = Add them to `invited` of that round in `consult/rounds.toml`, or take their answers out.
diagnostic-W204-explain =
    Somebody answered who was not invited

    They are not on the round’s `invited` list. Their answers count, but the response rate no longer adds up. It is often a code that changed between rounds: the same expert must always carry the same one.
diagnostic-W205 = The decision “{ $decision }” rested on results that have changed.
diagnostic-W205-remedy = Review it against today’s results and record it again with its new basis.
diagnostic-W205-explain =
    A stale decision

    Every decision keeps the hash of the results that it rested on. Today’s are different: answers came in, a matrix was corrected, or a rule changed. The decision still stands, and the report marks it as stale until somebody confirms or changes it.
diagnostic-W206 = The matrix is very full: { $fill } of its cells hold an influence.
diagnostic-W206-remedy = Ask for direct influences only; 15% to 25% of cells is usual.
diagnostic-W206-explain =
    A matrix that is too dense

    With more than 35% of its cells filled, the panel has usually noted indirect influences as well (V1 acts on V2 and V2 on V3, hence V1 on V3). The method works the indirect ones out by itself, so they are counted twice and the variables come to look alike. Go over the cells with the group: does it act without an intermediary?
diagnostic-W207 = { $count ->
    [one] One cell is empty ({ $cells }): taken as not answered, which is no zero.
   *[other] { $count } cells are empty ({ $cells }): taken as not answered, which is no zero.
}
diagnostic-W207-remedy = Write 0 where there is no link, and `-` where there is no opinion.
diagnostic-W207-explain =
    Empty cells in a matrix that stands alone

    An empty cell is no zero: nobody said that there is no link. The method goes on without it, and the finding counts how many were missing. In the matrix of one expert among several, missing cells are normal; in a consensus matrix it is better to decide them all.
diagnostic-W208 = { $name } = { $value } is not possible: with the simple probabilities given it can only lie between { $low } and { $high }.
diagnostic-W208-remedy = Go over the conditional or the two simple probabilities with whoever answered; SMIC will correct it to the nearest coherent value.
diagnostic-W208-explain =
    An impossible conditional probability

    Given P(i) and P(j), no joint distribution allows just any P(i/j): it lies between max(0, (P(i) + P(j) − 1) / P(j)) and min(1, P(i) / P(j)) (Fréchet bounds). Experts’ answers are usually incoherent and SMIC corrects them; the finding says how far each was moved. A large correction is news: the answer was given without thought for the others.
diagnostic-W209 = “{ $text }” is not a country code.
diagnostic-W209-remedy = Write the three capital letters of ISO 3166-1: PER, MEX, COL.
diagnostic-W209-explain =
    A country that is not given as a code

    From the code the report writes the country's name in whichever language it is asked for, and puts together those who come from the same one. Anything else is printed as it stands, and “Perú” and “PER” would be two countries. Codes have three letters: `PER`, `MEX`, `COL`, `CHL`, `ECU`, `BOL`, `ARG`, `BRA`, `ESP`.

diagnostic-W211 = The round closes ({ $closed }) before it opens ({ $opened }).
diagnostic-W211-remedy = Correct one of the two dates.
diagnostic-W211-explain =
    A round that closes before it opens

    Rounds stand in the order of the day on which they close, and the report’s timetable shows both dates. Wrong: it opens on `2018-05-20` and closes on `2018-05-02`. Right: it opens on `2018-05-02` and closes on `2018-05-20`; both may be the same day.
diagnostic-W212 = The action ends ({ $to }) before it begins ({ $from }).
diagnostic-W212-remedy = Correct one of the two years.
diagnostic-W212-explain =
    An action that ends before it begins

    The roadmap draws each action from its first year to its last; backwards it cannot be drawn. Wrong: from `2027` to `2026`. Right: from `2026` to `2027`; an action of one year has that year twice, or only as the first.
diagnostic-W213 = The horizon ({ $horizon }) is more than two centuries away.
diagnostic-W213-remedy = If it is a slip, correct the year: 2040 instead of 20400, for example.
diagnostic-W213-explain =
    A horizon in another millennium

    A foresight study looks ten to fifty years ahead. A horizon much further away is usually one digit too many: `20400` for `2040`. It is accepted, and said.
diagnostic-W214 = { $id } runs to { $to }, beyond the study’s horizon ({ $horizon }).
diagnostic-W214-remedy = Correct the year, or move the horizon in `study.toml` if the study looks further.
diagnostic-W214-explain =
    A year after the horizon

    The roadmap runs from the base year to the horizon; whatever goes past it stretches the calendar beyond what the study explores, and no scenario backs it. It may be meant (a work that is finished later): it is drawn, and said.
diagnostic-W215 = { $id } begins in { $from }, before { $other } ({ $to }), on which it depends.
diagnostic-W215-remedy = Change one of the two years, or take { $other } out of `after`.
diagnostic-W215-explain =
    A calendar that contradicts its own dependencies

    The column `after` names the actions that must come first. Where one of them begins later, the calendar cannot be kept as it stands. Example: the one-stop shop (2026) depends on the law (2027); either the law is brought forward or the shop waits.

# G1 · what is missing
diagnostic-G101 = The study does not say whom it is for: the subject is missing.
diagnostic-G101-remedy = Write `subject` in `study.toml` (`subject.es` and `subject.en` in a study of two languages): who will use the strategy and can act.
diagnostic-G101-explain =
    A study without a subject

    The subject is who decides and acts: a ministry, a trade association, a region. Without one nobody knows what is internal and what external, or which actions can be governed: there can be no SWOT, no capacity and no bet with an owner. Example: `subject.en = "The small-business office of the Ministry of Production"`.
diagnostic-G102 = There are no { $records } yet.
diagnostic-G102-remedy = They are written in `{ $home }`; what depends on them stays open in the report.
diagnostic-G102-explain =
    A list that is not there yet

    It is no error: a study may have any part, and this one is missing. The stages that need it say so in the report instead of inventing results. To see how it is filled in, look at the example: `atalaya new demo --template mipymes-peru-2030`.
diagnostic-G103 = The panel has not answered on { $asked } yet ({ $records }).
diagnostic-G103-remedy = Collect the answers in a round and put them in `answers.csv` or `answers/ROUND/{ $family }/`.
diagnostic-G103-explain =
    A question without answers

    The records are there and nobody has judged them yet; the method that uses those answers stays open. One row of `answers.csv` is enough for each judgement: `E01,R1,importance/V3,8`.
diagnostic-G104 = The strategic variable { $id } has no indicator.
diagnostic-G104-remedy = Add one to `watch/indicators.csv` with `variables` = { $id }.
diagnostic-G104-explain =
    A variable that is not measured

    Strategic variables carry the scenarios; without an indicator there is no telling which one we are heading for. If none exists today, propose one in the column `proposed` of its diagnosis.
diagnostic-G105 = The indicator { $id } lacks: { $lacks }.
diagnostic-G105-remedy = Complete those columns in `watch/indicators.csv`.
diagnostic-G105-explain =
    An incomplete indicator

    An indicator that can be followed has a baseline with its year, a target with its year, a source that publishes it and somebody who answers for it. What is missing is marked in the report: it is the first thing that whoever reviews a plan points out.
diagnostic-G106 = The objective { $id } has no indicator.
diagnostic-G106-remedy = Add one to `watch/indicators.csv` with `objectives` = { $id }.
diagnostic-G106-explain =
    An objective without a measure

    The chain vision, objective, action, indicator breaks at this link: there will be no way to know whether the objective was reached. One indicator may measure several objectives.
diagnostic-G107 = The responsible party “{ $name }” of { $id } is not among the actors.
diagnostic-G107-remedy = Add it to `structure/actors.csv`, or name an actor who is there.
diagnostic-G107-explain =
    A responsible party who is no actor

    Whoever answers for an action or an indicator should be one of the study’s actors: then it is known what they want and what they can draw on. Use the id: `responsible = A3`.
diagnostic-G108 = No action works on variable { $id }, which drives the system.
diagnostic-G108-remedy = Add an action to `act/actions.csv` with `variable` = { $id }, or explain why there is none.
diagnostic-G108-explain =
    A key variable without action

    It is determining, or that of an axis, and the strategy does not touch it. Either an action is missing, or the variable is external and only watched: then its indicator is enough, and it is worth saying so.
diagnostic-G109 = No wild card tests the scenario { $id }.
diagnostic-G109-remedy = Add a surprise to `explore/wildcards.csv` that attacks it.
diagnostic-G109-explain =
    An untested scenario

    A wild card is an event of low probability and great impact that breaks the scenario: a crisis, a rule, an invention. It forces one to think of a contingency plan. Every exploratory scenario should withstand at least one.
diagnostic-G110 = The scenario { $id } does not say what becomes of the variable { $variable }.
diagnostic-G110-remedy = Write the states of { $variable } in `explore/states.csv` if they are not there yet, and add one to the scenario’s `states`, such as "{ $variable }.a".
diagnostic-G110-explain =
    An incomplete scenario

    A scenario is defined by the state of each key variable at the horizon. If one is missing, two readers will imagine different things. States are written in `explore/states.csv` and the scenario cites them: `states = ["V3.a", "V7.b"]`.
diagnostic-G111 = Nobody has decided yet: { $about }.
diagnostic-G111-remedy = Meanwhile the rule’s proposal stands, if it makes one; of the axes, what is written. To decide, add a decision with its reason to `decisions.toml`.
diagnostic-G111-explain =
    A decision that is open

    The method proposes and people decide. While there is no decision the report uses the rule’s proposal and prints it as “proposed by the rule, not decided”. A decision says what was chosen, what the rule proposed, why, by whom and when; its fields are in `docs/study-folder.md`.

diagnostic-G112 = { $count } of the { $cells } judgements on which states promote which others are missing.
diagnostic-G112-remedy = Ask for them in the next round. Until then each counts as 0: neither promotes nor hinders.
diagnostic-G112-explain =
    Judgements missing in the balances

    Cross-impact balances add up what each state does to every state of the other variables. A judgement that nobody gave counts as 0, that is, as if one state did nothing to the other; with many of them missing, scenarios pass for consistent that nobody has examined. Between states of the same variable nothing is asked and no judgement is missing; those that somebody gives enter the sum.
diagnostic-G113 = The study’s frame does not say: { $lacks }.
diagnostic-G113-remedy = Write it in `study.toml`: `title`, `question`, `base_year` and `horizon` are among its first lines.
diagnostic-G113-explain =
    A study that does not say what it asks, or until when

    Cover, data sheet and every time axis come from four things: the title, the focal question, the base year and the horizon. Without them the report is still made, but its reader does not know what was to be found out, nor over which years.
diagnostic-G114 = { $id } has no name.
diagnostic-G114-remedy = Write it in `{ $home }`, in the column `name` (`name_es` and `name_en` in a study of two languages).
diagnostic-G114-explain =
    A record without a name

    Report, planes and questionnaires call each thing by its name, with its code beside it. Without a name only the code is left, which nobody outside the team understands: “V7” says nothing to an expert who is asked to judge it.
# What an indicator lacks
lacks-title = title
lacks-question = focal question
lacks-base_year = base year
lacks-horizon = horizon
lacks-baseline = baseline
lacks-target = target
lacks-source = source
lacks-responsible = responsible

# Reasons given by the system and the readers
reason-no-such-file-or-directory = it does not exist
reason-permission-denied = permission denied
reason-is-a-directory = it is a folder
reason-not-a-directory = it is not a folder
reason-file-exists = it exists already
reason-entity-already-exists = it exists already
reason-directory-not-empty = the folder is not empty
reason-read-only-file-system = the disk is read-only
reason-read-only-filesystem-or-storage-medium = the disk is read-only
reason-no-space-left-on-device = no space left on the disk
reason-too-many-levels-of-symbolic-links = the links go round in a circle
reason-duplicate-key = the key stands twice
reason-missing-opening-quote = the opening quote is missing
reason-missing-comma-between-array-elements = a comma is missing between the items of the list
reason-missing-assignment-between-key-value-pairs = the `=` is missing
reason-missing-value = the value is missing
reason-missing-value-for-key = the key has no value
reason-key-with-no-value = the key has no value
reason-string-values-must-be-quoted = texts go in quotes
reason-unclosed-array = the bracket that closes the list is missing
reason-unclosed-table = the bracket that closes the table is missing
reason-unclosed-array-table = the brackets that close the table are missing
reason-unclosed-inline-table = the closing brace is missing
reason-invalid-unquoted-key = the key holds a character that needs quotes
reason-unexpected-key-or-value = there is a key or a value where none belongs
reason-unexpected-content = there is something too much in the line
reason-invalid-basic-string = the text does not close its quotes
reason-invalid-literal-string = the text does not close its quotes
reason-extra = there is one `=` too many
reason-unexpected-end-of-file = the file ends too soon
reason-not-a-zip = it is no .zip file, or it is damaged
reason-damaged = it is damaged
reason-too-many-files = it holds too many files
reason-too-large = it is too large
reason-ratio = a file grows more than allowed when it is unpacked
reason-path = the name of a file leads out of the study’s folder
reason-link = it holds a link in the place of a file
reason-twice = a file name stands twice
reason-encrypted = it has a password
reason-manifest = its manifest is not that of a study
reason-hash = a file was changed after the manifest was made
reason-few = fewer experts answered than the smallest group that is shown
reason-address = the panel holds an e-mail address
reason-report-kind = it does not have the form of a report, of findings or of tables
reason-report-damaged = it is damaged or empty
reason-report-none = the folder holds no table of the study
reason-profile-id-taken = it has the `id` of a profile that comes with the program; give it another
reason-no-study = it holds no study.toml
reason-not-a-part = no part of a study has that name: it needs the name of a file of the study folder, such as `variables.csv`, or a whole archive or workbook
reason-not-a-study = it is neither a folder nor a .zip nor an .xlsx
reason-too-many-rows = a sheet would have more rows than Excel holds
reason-no-judgements = the study has no judgements between states (family `impact`)
reason-cell-too-long = a text is longer than a cell of Excel holds
reason-matrix = the list of rows `matrix` is missing

# Remedies for what stands in a workbook, where the usual words are of files
sheet-called = the sheet “{ $name }”
sheet-E302 = { $alone ->
    [yes] Correct the value, or bring the table to that scale: a file on its own is always read with it. A scale of your own is declared in a study.
   *[no] Correct the value. If the study uses another scale, declare it in the sheet “study”, in a row `scales.FAMILY`, for example `scales.influence` with `0..4`.
}
sheet-E304 = Keep the whole family in one place: the sheet “answers” or the matrix sheets `{ $family } { $round } EXPERT`.
sheet-G103 = Add “{ $asked }” to the families of a round and put the answers in the sheet “answers”, a row a judgement.
