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
cli-about-convert = Convert a study between folder, Excel workbook (.xlsx) and archive (.zip); a ScenarioWizard matrix (.scw) into a study and back
cli-about-completions = Print the completions for your shell
cli-about-man = Print the manual page
cli-arg-lang = Language of everything printed: es or en (the system’s by default, else Spanish)
cli-arg-study = The study: a folder, a workbook (.xlsx) or an archive (.zip)
cli-arg-strict = Treat warnings as errors
cli-new-dir = The folder to make
cli-new-template = What to start from: taller-minimo (the smallest useful study, the default), en-blanco (the parts of a study, with nothing in them) or mipymes-peru-2030 (the complete example)
cli-run-out = Where to write; “out” inside the study’s folder by default
cli-run-format = What to write, separated by commas: html, pdf, docx, xlsx, json (all of these by default) and slides (figures for slides); figures and tables always come along
cli-explain-code = The code, such as E203
cli-convert-input = The study there is: a folder, .xlsx or .zip; or a .scw matrix
cli-convert-output = The study you want; its extension tells the form (.xlsx, .zip, or none for a folder; .scw, only its judgements between states)
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
cli-step-docx = Making the Word document…
cli-step-xlsx = Making the workbook of the tables…
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
cli-value-number = NUMBER
cli-value-word = WORD
cli-micmac-power = Power of the indirect influence (to stability by default)
cli-micmac-potential = Number that stands for P in the potential matrix: 1 to 4 (3 by default)
cli-micmac-aggregation = How several matrices become one: existence-intensity (the default), median, mean or mode
cli-micmac-axes = Where the plane is cut: mean (the default), median or mid-range
cli-delphi-cut = Minimum answer that counts as agreement (set by the scale by default)
cli-delphi-consensus = Rule of consensus: iqr (the default), agreement or cv
cli-igo-axes = Where the plane is cut: fixed (the default), mean or median of the actions
cli-igo-importance-cut = Fixed cut of importance (5.5 by default)
cli-igo-governability-cut = Fixed cut of governability (2 by default)
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
cli-column-sd-population = SD (pop.)
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
cli-delphi-kendall = Kendall’s W = { $w } ({ $word } agreement on the order; { $experts } experts, { $items } items).
cli-column-bipolar = Bipolar
cli-column-change = Change
cli-column-moved = Moved
cli-column-sides = Agreement +/−
cli-column-mcnemar = McNemar p
cli-column-kappa = Kappa
cli-delphi-since = Since the round before, the same experts (Scheibe’s change; agreement: how many came over and how many left, with McNemar’s exact p; Cohen’s kappa, quadratic weights):
cli-delphi-fleiss = Fleiss’ kappa = { $kappa } ({ $word } agreement on the answer itself: { $observed } of the pairs of experts agree, { $expected } by chance; nominal: any difference counts alike).
kappa-poor = less than chance
kappa-slight = slight
kappa-fair = fair
kappa-moderate = moderate
kappa-substantial = substantial
kappa-almost-perfect = almost perfect
cli-delphi-small = Below 8 answers the extremes stand in brackets in place of the quartiles; below 5 there is no median.
cli-igo-immediate = immediate
cli-igo-challenge = challenge
cli-igo-less-urgent = less urgent
cli-igo-unnecessary = unnecessary
cli-igo-borderline = borderline
cli-igo-cuts = { $rule ->
    [mean] Cuts at the means
    [median] Cuts at the medians
   *[other] Fixed cuts
}: importance { $importance }, governability { $governability }.
cli-about-mactor = The game of the actors (MACTOR): who can move whom, who wants what, who can go together
cli-about-foda = Crossed SWOT (FODA): strengths and weaknesses against opportunities and threats
cli-mactor-power = Power of each actor over each other one, 0 to 4: a table, or one for each expert
cli-mactor-positions = Position of each actor on each objective, -4 to 4: a table, or one for each expert
cli-mactor-strength = Convention of the strength: b (the default), a or c; see the handbook
cli-foda-files = The four tables FO, FA, DO, DA: four files, a workbook with those sheets, or JSON
cli-mactor-nothing = both tables are needed, with at least one actor: power and positions.
cli-foda-nothing = there are no crossings of internal and external factors.
cli-column-actor = Actor
cli-column-strength = Strength R*
cli-column-implication = Implication
cli-column-ambivalence = Ambivalence
cli-column-role = Role
cli-column-same-role = Same role
cli-column-objective = Objective
cli-column-in-favour = In favour
cli-column-against = Against
cli-column-mobilisation = Mobilisation
cli-column-quadrant = Quadrant
cli-column-sum = Sum
cli-column-share = Share of maximum
cli-column-factor = Factor
cli-column-total = Total
cli-mactor-sum = { $experts ->
    [one] One pair of tables.
   *[other] { $experts } experts, medians.
} Implication, ambivalence, mobilisation and pairs are of order 3: positions are weighted by strength ({ $convention }). Stability of the power relations: { $stability }. Degree of convergence: { $degree }.
cli-column-places = Place (±1)
cli-mactor-cells-strength = Sensitivity to one cell (±1, one at a time). Power: of { $steps } steps { $changing } change a place by strength; the first place holds in { $first }.
cli-mactor-cells-mobilisation = Positions: of { $steps } steps { $changing } change the order of the objectives by mobilisation; the first holds in { $first }, the closest pair in { $closest }, the most opposed pair in { $opposed }.
cli-mactor-step = { $row } on { $column }, from { $from } to { $to }: { $changes ->
    [one] one place changes
   *[other] { $changes } places change
}.
cli-mactor-too-large = Above 100 actors or 10,000 positions the sensitivity to single cells is not computed.
cli-mactor-allies = Closest pair: { $a } and { $b }.
cli-mactor-rivals = Most opposed pair: { $a } and { $b }.
cli-foda-mean = By the mean of its cells the position is { $strategy }.
cli-foda-sum = By the sum it would be { $strategy }: the quadrants have different numbers of cells, so the mean is the one to read.
cli-column-tows = TOWS
cli-column-came = What to do
cli-column-strongest = Strongest crossings
cli-foda-more = { $pairs } and { $more } more
cli-foda-material = What its strategies are written from:
cli-foda-FO = { $internal } helps to take { $external } ({ $score }): maintain the strength, exploit the opportunity.
cli-foda-FA = { $internal } counters { $external } ({ $score }): maintain the strength, face the threat.
cli-foda-DO = { $internal } keeps { $external } from being taken ({ $score }): correct the weakness, exploit the opportunity.
cli-foda-DA = { $internal } makes { $external } worse ({ $score }): correct the weakness, face the threat.
cli-about-smic = Coherent probabilities of events and of their scenarios (SMIC Prob-Expert)
cli-about-abacus = Régnier’s abacus: coloured votes, by favour and by consensus
cli-about-multipol = Actions on several criteria under several policies (MULTIPOL)
cli-smic-files = JSON with p, given and given_not, or a workbook with those sheets; several are several experts
cli-smic-with-simple = Add the terms of the simple probabilities to the objective (SMIC 74 has none)
cli-abacus-files = Items in rows, experts in columns, colours DG LG Y P R, W blank, B abstained: CSV, Excel or JSON
cli-multipol-files = JSON with scores, policies and perhaps scenarios, or a workbook with those sheets
cli-smic-nothing = there is no expert who answered everything about 2 to 16 events.
cli-abacus-nothing = there are no votes.
cli-multipol-nothing = both are needed without a gap: the scores of the actions and the weights of the policies.
cli-column-event = Event
cli-column-raw = Raw
cli-column-net = Net
cli-column-driving = Driving
cli-column-dependent = Dependent
cli-column-scenario = Scenario
cli-column-probability = Probability
cli-column-range = Range
cli-column-cumulated = Cumulative
cli-column-votes = Votes
cli-column-agreement-leik = Consensus
cli-column-net-favour = Net favour
cli-column-blank = Blank
cli-column-abstained = Abstained
cli-column-regret = Regret
cli-column-robust = Robust
cli-smic-sum = { $experts ->
    [one] One expert.
   *[other] { $experts } experts, each made coherent, then averaged.
} { $core } of { $scenarios } scenarios hold 80% of the probability. Largest correction of an answer: { $largest }; objective { $objective }{ $simple ->
    [yes] {" "}(with the terms of the simple probabilities).
   *[no] .
} The probabilities are those of maximum entropy ({ $entropy } nats): the answers determine { $rank } numbers{ $open ->
    [0] , and with them the solution is unique.
    [one] {" "}and leave one open, which is what the ranges show.
   *[other] {" "}and leave { $open } open, which is what the ranges show.
}{ $without ->
    [0] {""}
   *[other] {" "}{ $without } scenarios have no range: it is computed for the most probable ones.
}
cli-smic-incomplete = { $count ->
    [one] One expert left a question open and is no part of it.
   *[other] { $count } experts left a question open and are no part of it.
}
cli-smic-cells = Sensitivity to one probability (±{ $step }, one at a time, as far as the others let it go): scenario { $scenario } stays the most probable in { $held } of { $moves } moves.
cli-smic-turn = With { $probability } from { $from } to { $to } the most probable is { $scenario }.
cli-smic-too-large = Above 6 events the sensitivity to single probabilities is not computed.
cli-smic-stability = The most probable scenario stayed first in { $held } of the resampled panels.
cli-abacus-key = { $experts ->
    [one] One expert.
   *[other] { $experts } experts, the most favourable on the left.
} ● very favourable · ◕ favourable · ◑ neither · ◔ unfavourable · ○ very unfavourable · “·” blank · × abstained.
cli-multipol-one = With a single policy nothing varies from one to the next: the order is that of its scores, and no action can be called robust. Regret: the largest loss against the best action.
cli-multipol-robust = Robust: mean from { $mean } on and standard deviation (of the population) up to { $sd }, the means of both. Regret: the largest loss against the best action under a policy.
cli-delphi-weights = Weigh the answers by the coefficient K as well: none (the default) or k; needs the columns knowledge (0 to 10) and argumentation (six letters A, M, B)
cli-delphi-other-rule = By { $rule }{ $gains ->
    [0] {""}
   *[other] {" "}there would be consensus on { $gained }{ $losses ->
        [0] {""}
       *[other] {" "}and
    }
}{ $losses ->
    [0] {""}
   *[other] {" "}there would be none on { $lost }
}.
cli-delphi-weighted = Weighted by K: { $experts } experts, worth { $effective } who weigh the same. K describes more than it measures; read both.
cli-micmac-dense = The matrix is very full ({ $fill }; 15% to 25% is usual): indirect influences have probably been noted as direct ones, and so are counted twice.
cli-no-figures = There is no figure to draw.
cli-profiles-how = “atalaya profiles NAME” prints the text of one; “atalaya run STUDY --profile NAME” writes its report.
cli-profile-missing = The profile “{ $profile }” asks for chapters, sections or texts that this report does not have: { $anchors }.
cli-step-slides = Drawing the figures for slides…
cli-wrote-questionnaires = Wrote { $count ->
    [one] one questionnaire
   *[other] { $count } questionnaires
} to { $path }
cli-wrote-slides = Wrote { $count } figures for slides to { $path }
cli-run-profile = Which chapters the report has and under which titles: the name of a profile (“atalaya profiles” lists them) or the path of your own
cli-profiles-name = The profile whose text to print; a list without one
cli-about-profiles = The profiles of reports: the list, or the text of one to copy and change
cli-value-profile = PROFILE
cli-value-file = FILE
cli-run-notice = Before you hand it in: { $notice }
cli-run-write = Still to be written, and marked so in the document: { $list }.
cli-run-unknown = The texts of the study speak of parts that the report does not have, and those words are not printed: { $parts }.
