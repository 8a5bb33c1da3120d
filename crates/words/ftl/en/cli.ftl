# The program
cli-about = Atalaya: from a question about the future to a strategy that can be defended.
cli-after =
    To start: “atalaya new my-study”, then “atalaya run my-study”.
    A complete example: “atalaya new demo --template mipymes-peru-2030”.
cli-usage = Usage
cli-commands = Commands
cli-arguments = Arguments
cli-options = Options
cli-help = Print this help
cli-version = Print the version
cli-value-options = OPTIONS
cli-value-command = COMMAND
cli-value-dir = DIR
cli-value-study = STUDY
cli-value-name = NAME
cli-value-lang = LANG
cli-value-formats = FORMATS
cli-value-code = CODE
cli-value-input = IN
cli-value-output = OUT
cli-value-shell = SHELL
cli-about-new = Make a study folder to start working in
cli-about-check = Check a study: what is wrong, on which line, and how to put it right
cli-about-run = Analyse a study from end to end and write the report, figures and tables
cli-about-explain = Explain a diagnostic code; without one, list them all
cli-about-convert = Convert a study between folder, Excel workbook (.xlsx) and archive (.zip)
cli-about-completions = Print the completions for your shell
cli-about-man = Print the manual page
cli-arg-lang = Language of everything printed: es or en (the system's by default, else Spanish)
cli-arg-study = The study: a folder, a workbook (.xlsx) or an archive (.zip)
cli-arg-strict = Treat warnings as errors
cli-new-dir = The folder to make
cli-new-template = What to start from: taller-minimo (the smallest useful study, the default) or mipymes-peru-2030 (the complete example)
cli-run-out = Where to write; “out” inside the study's folder by default
cli-run-format = What to write, separated by commas: html, pdf, json (all three by default); figures and tables always come along
cli-explain-code = The code, such as E203
cli-convert-input = The study there is: a folder, .xlsx or .zip
cli-convert-output = The study you want; its extension tells the form (.xlsx, .zip, or none for a folder)
cli-completions-shell = The shell: bash, elvish, fish, powershell or zsh
cli-new-done =
    Made “{ $dir }” with { $files } files of the template { $template }.
    Next: atalaya check { $dir } · atalaya run { $dir }
cli-explain-unknown = “{ $text }” is not a diagnostic code; “atalaya explain” lists them all.
cli-wrote = Wrote { $path }
cli-nothing-written = Nothing was written.
cli-step-read = Reading the study…
cli-step-analyse = Analysing ({ $draws } resamples of the panel)…
cli-step-html = Making the page…
cli-step-pdf = Setting the PDF…
cli-step-files = Writing the files…
cli-run-done = Done in { $time }.
cli-error-command = there is no command “{ $text }”.
cli-error-no-command = the command is missing.
cli-error-argument = “{ $text }” was not expected.
cli-error-missing = { $text } is missing.
cli-error-no-value = “{ $text }” lacks its value.
cli-error-value = “{ $text }” is no value of { $argument }; it may be: { $allowed }.
cli-error-twice = “{ $text }” stands more than once.
cli-error-similar = Perhaps you meant “{ $text }”.
cli-error-help = See “atalaya --help” or “atalaya COMMAND --help”.
cli-man-name = Name
cli-man-synopsis = Synopsis
cli-man-description = Description
cli-man-exit = Exit status
cli-man-exit-text =
    0: done.
    1: the input is wrong; nothing was written.
    2: the command line is wrong.
cli-value-files = FILE
cli-value-from = FROM
cli-value-to = TO
cli-value-kind = KIND
cli-about-rename = Give a record another id throughout a study, or nowhere
cli-about-micmac = Structural analysis (MICMAC) of a matrix of influences, or of one for each expert
cli-about-delphi = Statistics of a Delphi: median, spread, agreement and stability by round
cli-about-igo = Actions by importance and governability (IGO)
cli-arg-json = Print a single JSON document
cli-arg-schema = Print the JSON Schema of that document
cli-arg-svg = Write the figures to a folder as well
cli-micmac-files = Matrices with codes in the first row and column: CSV, Excel or JSON; several are several experts
cli-delphi-files = Answers: expert,round,question,value, or an expert a row and a question a column; several files are several rounds
cli-igo-files = A table id,importance,governability (and expert, where several answered): CSV or Excel
cli-rename-from = The id it has
cli-rename-to = The id it will have
cli-rename-kind = Kind of the record (variable, actor, action…), where several have the id
cli-rename-done = { $from } is now { $to } ({ $records }); { $count ->
    [one] 1 file changed
   *[other] { $count } files changed
}:
cli-step-document = Writing the report…
cli-wrote-figures = Wrote { $count } figures to { $path }
cli-wrote-tables = Wrote { $count } tables to { $path }
cli-run-gaps = The study has { $gaps ->
    [one] 1 gap
   *[other] { $gaps } gaps
} to complete: “atalaya check { $study }” lists them.
cli-micmac-nothing = there is no matrix of influences of at least two variables.
cli-delphi-nothing = there are no answers.
cli-igo-nothing = there are no actions with importance and governability.
cli-column-variable = Variable
cli-column-influence = Influence
cli-column-dependence = Dependence
cli-column-indirect-influence = Indirect infl.
cli-column-indirect-dependence = Indirect dep.
cli-column-rank = Rank
cli-column-zone = Zone
cli-column-same-zone = Same zone
cli-column-item = Item
cli-column-n = n
cli-column-median = Median
cli-column-quartiles = Q1–Q3
cli-column-mean = Mean
cli-column-sd = SD
cli-column-cv = CV
cli-column-agreement = Agreement
cli-column-consensus = Consensus
cli-column-stable = Stable
cli-column-action = Action
cli-column-importance = Importance
cli-column-governability = Governability
cli-column-class = Class
cli-column-same-class = Same class
cli-micmac-size = { $experts ->
    [one] One matrix
   *[other] { $experts } matrices
} of { $size } variables, { $fill } filled (0: { $zeros } · 1: { $ones } · 2: { $twos } · 3: { $threes } · P: { $potential }). Cuts: influence { $influence }, dependence { $dependence }. Rank: by influence, direct → indirect.
cli-micmac-hidden = Hidden variable: { $variable } gains { $places } places when the indirect paths are counted.
cli-delphi-round = Round { $round } · { $family } · { $experts } experts, { $items } items
cli-delphi-kendall = Kendall's W = { $w } ({ $word } agreement on the order; { $experts } experts, { $items } items).
cli-delphi-small = Below 8 answers the extremes stand in brackets in place of the quartiles; below 5 there is no median.
cli-igo-immediate = immediate
cli-igo-challenge = challenge
cli-igo-less-urgent = less urgent
cli-igo-unnecessary = unnecessary
cli-igo-borderline = borderline
cli-igo-cuts = Fixed cuts: importance { $importance }, governability { $governability }.
