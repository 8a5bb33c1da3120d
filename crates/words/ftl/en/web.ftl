# The workbench in the browser
web-home = Go to the studies
web-studies = Studies
web-studies-none = There are no studies yet. Start a blank one, take a template, or open a file.
web-role-organiser = organiser
web-role-reader = reader
web-saved-last = last saved:
web-new = New study
web-new-title = Title
web-new-from = Start from
web-new-blank = A blank study
web-template-taller-minimo = The smallest workshop: eight variables, two axes, one round
web-template-mipymes-peru-2030 = The whole example: Peru’s technological MSMEs to 2030
web-new-make = Start
web-open = Open a file
web-open-about = A study archive (.zip), its Excel workbook (.xlsx), a ScenarioWizard project (.scw), or a study folder: drop it here, or choose a file.
web-open-file = File
web-open-make = Open
web-sign-out = Sign out
web-language = Language
web-path = Stages of the study
web-report = Report
web-problems = Notices
web-history = History
web-frame = Study data sheet
web-frame-edit = Edit the study data sheet
web-rules = Rules of the study
web-rules-about = They are set before the first round. Where nothing is chosen, the usual rule of the method holds; the report says which rule held, and the history when it changed and by whom.
web-rule-usual = The usual: { $value }
web-no-question = The study has no focal question yet.
web-next = Next step
web-empty = Nothing here yet.
web-about-frame = The question, the subject, the limits, the conceptual model and the rules.
web-about-scan = Scan hits from the environment, series, and the long list of ideas.
web-about-consult = The panel, its consultations and what it answered in each round; it goes along with every stage.
web-about-structure = The variables and their influences, the actors, the SWOT.
web-about-explore = The axes, the scenarios, and the states of each variable.
web-about-choose = The betting scenario, its reasons, and the decisions.
web-about-act = Opportunities, objectives, actions and the roadmap.
web-about-watch = Indicators, thresholds, readings and early signs.
web-validated = Validated on { $date } ({ $by }).
web-wrong = { $count ->
    [one] 1 error to correct
   *[other] { $count } errors to correct
}
web-warned = { $count ->
    [one] 1 warning
   *[other] { $count } warnings
}
web-lacks = { $count ->
    [one] 1 thing is missing
   *[other] { $count } things are missing
}
web-stale-decisions = { $count ->
    [one] 1 decision rests on results that have changed
   *[other] { $count } decisions rest on results that have changed
}
web-archive = Study archive (.zip)
web-workbook = Excel workbook (.xlsx)
web-figure-years = from base year to horizon
web-figure-experts = experts
web-figure-answers = answers
web-figure-variables = variables
web-figure-bet = betting scenario
web-figure-bet-proposed = betting scenario as the rule proposes, not decided
web-parts = Parts of the stage
web-found = What comes out
web-found-none = What is there does not give any result at this stage yet.
web-read-none = With this profile the report has nothing to say yet.
web-begin = Begin with:
web-lacking = Still open at this stage
web-resampling = The panel is being resampled; intervals and stabilities will appear by themselves.
web-id = Id
web-name = Name
web-state = State
web-marks = { $count ->
    [one] 1 notice
   *[other] { $count } notices
}
web-untranslated = { $count ->
    [one] 1 translation missing
   *[other] { $count } translations missing
}
web-add = Id of the new record
web-id-shape = Letters without accents and digits, no spaces, like V1; the name is written next.
web-add-make = Add
web-save = Save
web-saved = Saved
web-waiting = Saving…
web-erased = { $name } was deleted{ $answers ->
    [0] ; its history stays.
    [one] , with 1 answer; its history stays.
   *[other] , with { $answers } answers; its history stays.
}
web-erase = Delete { $name }
web-erase-answers = { $count ->
    [one] There is 1 answer about this record; it is deleted with it.
   *[other] There are { $n } answers about this record; they are deleted with it.
}
web-erase-records = { $count ->
    [one] 1 record names it and will stand among the notices until it is corrected:
   *[other] { $n } records name it and will stand among the notices until they are corrected:
}
web-erase-undo = It is saved as one change, which can be undone.
web-erase-do = Delete
web-erase-not = Do not delete
web-delete = Delete the record
web-markdown = Markdown; as long as it needs to be.
web-missing = missing
web-history-of = History of this record
web-notes = Notes that came with the table
web-clash = Somebody else saved the same while you were writing
web-clash-about = Nothing is lost. Compare, leave below the text that should stand, and save again.
web-clash-base = What you had read
web-clash-theirs = What was saved meanwhile
web-clash-yours = What you wrote
web-clash-deleted = The record was deleted meanwhile. If you save again, it comes back.
web-clash-edited = The record was changed meanwhile. Look at it before you delete it.
web-stale = { "{by}" } saved a change. Reload the page to see it.
web-changed = There were changes meanwhile. Reload the page to see them.
web-draft = A draft that had not been saved was recovered.
web-offline = No connection to the server. What you write is kept in this browser and sent when it is back.
web-rounds = Answers by round
web-answered = { $n ->
    [0] no answers
    [one] 1 answered
   *[other] { $n } answered
}
web-experts = Experts
web-ask-influence = How much does { $a } influence { $b }?
web-grid-help = Keys: a value of the scale fills the cell and moves on (Enter or Tab after it only confirms it); arrows move about; F2 edits, Del clears, Ctrl+Z undoes, ? shows the definitions; Tab leaves the table. Shift and arrows select a block; Ctrl+C and Ctrl+V take it to Excel and bring one back, headings included.
web-grid-none = To fill this matrix it needs the records that are asked about and the experts of the round.
web-grid-refused = Not on the scale
web-refused = “{ $value }” is not on the scale { $scale }.
web-pair-none = No opinion
web-pair-clear = Clear
web-pair-back = Previous
web-pair-next = Next
web-pair-gap = Next unanswered
web-pair-table = See as a table
web-pair-cards = One question at a time
web-table-down = { $n ->
    [one] It goes on below: 1 row
   *[other] It goes on below: { $n } rows
}
web-pair-kept = Noted: { $a } → { $b } = { $value }
web-pair-all = All answered.
web-grid-key = -: no opinion; empty: not answered.
web-grid-dropped = Pasted values that fell on cells that are not asked and were not saved:
web-left-out-many = Some pasted cells have no place in this grid and were left out:
web-ask-position = How does { $a } stand on { $b }?
web-ask-power = How much can { $a } press { $b }?
web-ask-effect = What effect does { $a } have on { $b }?
web-ask-impact = How far does “{ $a }” promote “{ $b }”?
web-ask-impact-itself = How far does “{ $a }” promote itself?
web-ask-crossing = How strongly does { $a } bear on { $b }?
web-ask-importance = How important is { $a }, to { $b }?
web-ask-colour = Is { $b } in favour of { $a }, or against?
web-ask-probability = How likely is { $a } before the horizon, to { $b }?
web-ask-probability-given = If { $b } holds, how likely is { $a }?
web-ask-probability-given-not = If { $b } does not hold, how likely is { $a }?
web-ask-likelihood = How likely is scenario { $a }, to { $b }?
web-ask-plausibility = Can { $a } be reached from today, to { $b }?
web-ask-desirability = How much does { $b } wish { $a } to happen?
web-ask-feasibility = How feasible is it to reach { $a }, to { $b }?
web-ask-vote = Does { $b } bet on { $a }? 1, yes; 0, no
web-ask-governability = How much can the subject of the study do about { $a }, to { $b }?
web-ask-robust = What would { $a } achieve in { $b }?
web-ask-score = How does { $a } rate on { $b }?
web-ask-weight = How much does { $b } weigh for { $a }?
web-ask-year = In which year will { $a } happen, to { $b }?
colour-DG = dark green
colour-LG = light green
colour-Y = yellow
colour-P = pink
colour-R = red
colour-W = white
colour-B = black
point-crossing-0 = not at all
point-crossing-1 = a little
point-crossing-2 = considerably
point-crossing-3 = a great deal
point-vote-0 = no
point-vote-1 = yes
point-robust-0 = fails
point-robust-1 = partial
point-robust-2 = works
web-grid-unasked = This cell is not asked.
web-ask-uncertainty = How uncertain is { $a }, to { $b }?
web-design = The pieces of the workbench
web-design-about = Every page is made of these and of nothing else. They look like this on screen and paper, in light and dark.
web-design-colours = Colours
web-design-type = Type
web-design-type-sample = Forty years of rain in one figure: 1,234.56
web-design-controls = Controls
web-design-messages = Messages
web-design-data = Records and figures
web-design-grid = Grid of answers
web-design-pair = One question at a time
web-answer = Answer
web-observation = Value of a series
web-when = When
web-who = Who
web-what = What
web-deleted = deleted
web-deleted-many = { $count ->
    [one] one deleted
   *[other] { $n } deleted
}
web-deleted-alone = It is deleted. An earlier version comes back alone, without the answers that were deleted with it; to bring all of it back, undo the deletion in the history:
web-history-about = Each row is one save, the latest first. Nothing is ever removed from the history: undoing is one more save.
web-history-record = Open the record
web-undone = Undone: the save of
web-redo = Do it again
web-undone-errors = { $count ->
    [one] The study now has 1 error: see among the notices whether it names something that was taken away
   *[other] The study now has { $n } errors: see among the notices whether they name something that was taken away
}
web-restore = Go back to this version
web-experts-about = An expert is kept as a code, not a name: who each one is is on record outside the study.
web-more-like = { $count ->
    [one] And 1 more of the same kind
   *[other] And { $n } more of the same kind
}
web-problems-none = There is nothing to correct and nothing to complete.
web-errors = Errors
web-warnings = Warnings
web-gaps = What is missing
web-profile = Kind of report
web-read = Read here
web-read-contents = Chapters
web-read-go = Previous and next chapter
web-read-prev = Previous
web-read-next = Next
web-questionnaire = Questionnaire (Word)
web-fault-no-questions = The round asks nothing yet: say first which families, and about what.
web-format-pdf = PDF
web-format-docx = Word
web-format-html = Page
web-format-xlsx = Tables (Excel)
web-format-json = Findings (JSON)
web-fault = That could not be done
web-fault-not-found = There is no such page, or the study is not yours.
web-fault-forbidden = Your role in this study lets you read, not write.
web-fault-foreign = The request does not come from a page of this server.
web-fault-bad = What was sent cannot be understood. Go back to the page and try again.
web-fault-conflict = Somebody else saved the same meanwhile. Reload the page.
web-fault-full = The disk is full and nothing was saved. Make room and save again; what you wrote is still on the page.
web-fault-busy = The database is busy. Try again in a moment.
web-fault-internal = The program failed; the server’s log says why. What was saved before is safe.
web-fault-taken = There is one of that name already. Choose another.
web-fault-spent = The id { $id } was that of a record which was deleted, and an id is not given twice. Choose another, or bring that record back from the history of the study.
web-fault-id = That cannot be an id: start with a letter and go on with letters, digits, hyphen or underscore; at most 32 characters.
web-fault-errors = The study has errors, and a report would say what is not so. They are under “Notices”, each with its remedy.
web-fault-title = The study needs a title.
web-fault-upload = The file did not arrive whole, or is larger than 32 MB.
web-fault-too-many = Those are too many cells for one time.
web-fault-sign-in = To come in, sign in; or open the link that “atalaya serve” prints when it starts.
web-fault-link = The link was used already, or is too old. `atalaya link` makes another one.
web-fault-often = Those were too many tries. Wait half a minute and try again.
web-fault-password = The address or the password is not right.
web-fault-password-old = The present password is not right.
web-fault-password-short = The password needs at least ten characters, and has room for 250.
web-fault-password-weak = That password is among those that are tried first. Three or four words that have nothing to do with each other are easy to remember and hard to guess.
web-fault-name = The name is missing, or is too long.
web-fault-email = That is not an e-mail address.
web-fault-email-taken = Somebody has that address already. If it is you, sign in.
web-fault-invitation = The invitation was used, taken back, or is older than a week. Ask for another one.
web-fault-last-organiser = A study needs an organiser. Make somebody else one first.

# A figure, a table, and why
web-part-figure = Save the figure and see what it rests on
web-part-table = Save the table and see what it rests on
web-why = Why?
web-why-rests = What it rests on
web-why-shown = Where it is shown
web-why-feeds = What rests on it
web-why-feeds-frame = The years and rules of the frame enter all other findings; each says under “Why?” which rules it uses.
web-why-feeds-none = Nothing else rests on it: it is where the path ends.
web-why-records = It prints records of the study as they were written; nothing is computed.
web-file = File
web-compare = Compare two states of the study
web-compare-from = As it stood after the save
web-compare-to = and after the save
web-compare-nothing = before the first save
web-compare-before = before all of these
web-compare-make = Compare
web-compare-save = what changed
web-compared = What changed: { $from } → { $to }
web-compare-said = What changed:
web-compared-same = Nothing differs between the two.
web-compared-count = { $count ->
    [one] 1 record differs
   *[other] { $n } records differ
}
web-compared-more = { $count ->
    [one] 1 record more differs; compare states that are nearer.
   *[other] { $n } records more differ; compare states that are nearer.
}
web-added = added
web-undo = Undo
web-undo-to = Put the whole study back as it stood:
web-older = Older
web-fault-undo = Others changed the same since, and nothing was undone. Undo what came later first, or go back with single records in their own history.
web-fault-revision = The study has no change of that number.
web-fault-set-and-delete = A change either sets fields or deletes the record, not both.
web-fault-wrong = The file cannot be taken as it is, and nothing was saved. What is wrong, each with its line:
web-fault-wrong-more = { $count ->
    [one] And 1 more.
   *[other] And { $count } more.
}
web-bring = Bring in a file
web-bring-about = The Excel workbook or the archive of this study after you worked on it elsewhere, single tables in Excel or CSV, or files of the study folder. The names of sheets and columns are understood in English and Spanish. What they add and change is saved as one change that you can undo; nothing is deleted. A ScenarioWizard matrix (.scw) too: you see what it does before it is brought in.
web-bring-list = A table in Excel or CSV, with headers in English or Spanish. Its rows are added or changed by their `id`; a column that it lacks keeps what it says, and nothing is deleted. A column that is not understood is told before anything is saved.
web-bring-columns = Which columns it may have
web-bring-table = Download this table in Excel, to fill in and bring back
web-bring-keep = Bring it in even if columns or sheets are not understood: those columns stay as notes, those sheets are left out
brought-W106-remedy = Call it one of these: { $sheets }. Or bring it in with the box “Bring it in even if columns or sheets are not understood”: it is then left out.
brought-W107 = The program does not know the column “{ $column }”.
brought-W107-remedy = { $headers ->
    [no] Check its name, or
   *[other] Call it one of these: { $headers }. Or
} bring it in with the box “Bring it in even if columns or sheets are not understood”: it then stays as a note of each record.
web-bring-make = Bring in
web-texts = Texts to be written in the other language
web-texts-none = Every text is written in each language of the study.
web-texts-about = What one language says and the other lacks.
web-texts-count = { $count ->
    [one] 1 text is written in one language only
   *[other] { $count } texts are written in one language only
}
web-texts-next = Next
web-texts-back = Previous
web-bring-states = A matrix of ScenarioWizard (.scw) is brought in on the study’s page, which shows first what it does. Its list of scenarios (.sl) holds no judgements: the program checks it, with `atalaya cib MATRIX.scw --solutions LIST.sl`.
web-records = { $count ->
    [one] one record
   *[other] { $n } records
}
web-answers = answers
web-observations = values of series
web-files = files
web-add-next = Add { $id }
web-pick = choose…
web-more = And { $n } more
web-none-of = There are no { $kinds } yet.
web-add-there = Go to their list
web-ids-of = ids of { $kinds }
web-id-of = an id of { $kinds }
web-resampling-cells = How much the plane changes when one cell is altered is being tried; the intervals will appear by themselves.
web-resampling-halted = The resampling was stopped: the figures stand without their uncertainty.
web-resampling-stop = Stop
web-resampling-go = Go on
web-bring-matrix = A matrix in CSV or Excel. Its first row and its first column hold the ids of the records, their codes or their names. It takes the place of this one where it says something.
web-scw = ScenarioWizard project (.scw)
web-scw-title = Bring in a ScenarioWizard matrix
web-scw-lead = Nothing is saved yet. This is what bringing it in does; it will be one change, which you can undo.
web-scw-descriptors = Descriptors
web-scw-variants = Variants
web-scw-judgements = Judgements
web-scw-count = { $all }: { $used ->
    [0] none is in the study
    [one] 1 is in the study already
   *[other] { $used } are in the study already
}, { $made ->
    [0] nothing is created.
    [one] 1 is created.
   *[other] { $made } are created.
}
web-scw-judged = { $count ->
    [one] 1, in the new round { $round } of the new consultation { $consultation }
   *[other] { $printed }, in the new round { $round } of the new consultation { $consultation }
}: a workshop that agreed on one matrix.
web-scw-decimals = They have decimals: they are multiplied by { $factor } to make them whole, which does not change which scenarios are consistent.
web-scw-scale = They do not fit the study’s scale of judgements, which becomes { $low } to { $high }.
web-scw-earlier = The study already has judgements between states ({ $rounds }); the balances are computed from those of the last round.
web-scw-becomes = What each of them is in the study
web-scw-in-file = In the file
web-scw-in-study = In the study
web-scw-not = Leave it out
web-states-left = This round does not ask about the other variables that have states.
web-states-add = Choose one to ask about it as well:
web-scw-other-name = under another name
web-answered-together = one answer of the group
web-bring-disputed = After this workbook was downloaded, what it changes was changed here too: { $list }. Nothing was saved. Download it again, or take those changes out of yours.
