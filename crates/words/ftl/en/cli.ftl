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
