# Cross-impact balances and morphological boxes

# The commands
cli-about-cib = Every consistent scenario of a cross-impact matrix (CIB), exactly
cli-about-box = The configurations of a morphological box: how many, which, and what stays possible
cli-value-model = MATRIX
cli-value-box = BOX
cli-value-pair = NAME=VALUE
cli-value-seconds = SECONDS
cli-cib-models = The matrix: a ScenarioWizard file (.scw), CSV or Excel with rows and columns called descriptor.variant; several files are the matrices of a panel, one an expert; a folder stands for its files, and its subfolders, or several folders, are the groups of the panel
cli-cib-edit = A change to make first, may be given several times: "standardise", "transpose", "scale 2", "merge D=a,b,name", "split D=a,name"; --out writes what comes of it
cli-cib-check = What the matrix lacks: empty sections, rows that do not sum to 0, names that stand twice
cli-cib-pick = Pick so many scenarios of the list that are far apart, beginning with the one of the greatest total impact (50 at most)
cli-cib-near = Scenarios that are inconsistent by at most one point more than is allowed and that a change of one judgement would make consistent
cli-cib-transitions = Where each change of a single descriptor leads from each consistent scenario, by the rule of succession
cli-cib-disputed = Of a panel: the judgements on which the experts differ, and whether it matters to the scenarios
cli-value-change = CHANGE
cli-cib-max_inconsistency = Also the scenarios of an inconsistency up to this number (0 by default: the consistent ones)
cli-cib-succession = The rule by which an inconsistent scenario changes: global (the default), sequential or max-gap
cli-cib-basins = Where every scenario leads: how many end in each attractor
cli-cib-force = A variant that the scenarios must have, as descriptor=variant by name or number; several of one descriptor leave it the choice
cli-cib-forbid = A variant that they may not have
cli-cib-limit = How many scenarios to list at most (1000 by default); all are counted, and where there are more those of the greatest total impact are listed
cli-cib-sample = Instead of that list so many scenarios by chance, each with the same probability
cli-cib-node_limit = Stop after so many nodes of the search; the answer then says that it is incomplete
cli-cib-time_limit = Stop after so many seconds
cli-cib-threads = Threads to use (all by default); the answer does not depend on them
cli-cib-explain = Explain the scenario with this number in the list: who pushes for and against each variant
cli-cib-solutions = A solution file (.sl): verify every scenario that it lists
cli-cib-out = Write the scenarios (.sl) or the matrix (.scw, .csv, .xlsx) to a file
cli-box-box = The box: box.toml, or JSON with values and exclusions
cli-box-entry = Of a JSON file with several boxes the one with this number
cli-box-families = Put the configurations listed into so many families of those that are near each other (50 at most); where nothing else is asked all are listed, or a sample of 300
cli-box-fix = A value that is fixed, as parameter=value by name or number; may be given several times
cli-box-count = Count only, list nothing
cli-box-best = List the best configurations, so many
cli-box-sample = List configurations drawn at random, so many, each with the same probability

# What cib says
cib-found = { $count ->
    [0] No scenario is { $kind }
    [one] One scenario of { $space } is { $kind }
   *[other] { $shown } scenarios of { $space } are { $kind }
}.
cib-kind-consistent = { $count ->
   *[other] consistent
}
cib-kind-up-to = { $count ->
   *[other] inconsistent by { $n } at most
}
cib-complete = The search was exhaustive: there are no others.
cib-incomplete = The search was cut short: there may be more.
cib-listed-best = The { $n } of the greatest total impact:
cib-listed-found = { $n } of great total impact; whether there are better ones was not searched to the end:
cib-listed-drawn = { $n } drawn by chance, each with the same probability:
cib-critical = The smallest change of one judgement that changes this: { $change } from { $source } on { $target }.
cib-effort = { $n ->
    [one] { $nodes } node
   *[other] { $nodes } nodes
}, { $time }.
cib-column-number = No.
cib-column-total = Total impact
cib-column-consistency = Consistency
cib-column-inconsistency = Inconsistency
cib-column-weight = Weight
cib-no-such-pair = “{ $text }” names no variant: write descriptor=variant, by name or by number, for example “{ $example }”.
cib-no-such-value = “{ $text }” names no value: write parameter=value, by name or by number, for example “{ $example }”.
cib-no-such-scenario = There is no scenario { $k } in the list: it has { $n }.
cib-title-basins = Where every scenario leads ({ $rule }; in a tie { $tie })
cib-rule-global = all descriptors switch at once
cib-rule-sequential = descriptors switch in their order
cib-rule-max-gap = the most inconsistent descriptor switches
cib-tie = the variant that is there stays, else the first
cib-cycle = cycle of { $length }
cib-column-attractor = Attractor
cib-column-share = Share
cib-basins-exact = The whole space was followed: the weights are exact.
cib-basins-sampled = The space is too large to be followed whole: { $draws } scenarios drawn at random, with 95% Wilson intervals.
cib-basins-cut = Following the space was cut short: no weights.
cib-explained = Scenario { $k }
cib-column-descriptor = Descriptor
cib-column-variant = Variant
cib-column-balance = Balance
cib-column-margin = Margin
cib-column-for = For
cib-column-against = Against
cib-solutions-hold = The { $n } scenarios that { $file } lists are as it says.
cib-too-wide = The matrix has too many variants that rival each other: merge those that lead to the same judgements, or part the system in two.
cib-too-large = The impacts on column { $column } are too large to be added up.

cib-change = { $change } from { $source } on { $target }
cib-column-scenario = Scenario
cib-column-change = Change of one judgement
cib-column-from = From
cib-column-to = To
cib-column-changes = Single changes that lead there
cib-column-panel = Panel
cib-column-experts = Experts
cib-column-draws = Panels drawn
cib-column-source = Who acts
cib-column-target = On whom
cib-column-range = Given
cib-column-at-least = If all gave the least
cib-column-at-most = If all gave the most
cib-more-rows = { $n ->
    [one] One more row is in the JSON document (--json).
   *[other] { $n } more rows are in the JSON document (--json).
}
cib-picked = Far apart: scenarios { $list }; the two nearest of them differ in { $least } of { $n ->
    [one] one descriptor
   *[other] { $n } descriptors
}.
cib-picked-one = Picked: { $count ->
    [0] nothing, for the list is empty
    [one] scenario { $list }
   *[other] scenarios { $list }
}.
cib-picked-of = { $name } ({ $k } of { $n })
cib-picked-whole = They have every variant that occurs in the list.
cib-picked-missed = Not every variant that occurs in the list is among them: { $list }.
cib-picked-families = Families of scenarios near each other (average linkage): { $list }.
cib-near = { $count ->
    [0] No scenario falls short by one point or less.
    [one] One scenario falls short by one point or less; { $saved ->
        [0] no single judgement would make it consistent.
       *[other] one judgement would make it consistent:
    }
   *[other] { $shown } scenarios fall short by one point or less; { $saved ->
        [0] no single judgement would make one of them consistent.
        [one] one judgement would make one of them consistent:
       *[other] one judgement each would make { $saved } of them consistent:
    }
}
cib-near-many = { $count ->
    [one] One scenario falls
   *[other] { $shown } scenarios fall
} short by one point or less: too many to look at them one by one.
cib-title-transitions = Where a single change leads
cib-comes-back = itself
cib-title-panel = Panel of { $n ->
    [one] one expert
   *[other] { $n } experts
}: for whom each scenario is consistent
cib-panel-drawn = Panels drawn: in how many of { $draws } panels of as many experts, drawn again from these{ $groups ->
    [0] {""}
   *[other] {" "}within their groups
}, the scenario is consistent.
cib-panel-group = { $name } ({ $n ->
    [one] one expert
   *[other] { $n } experts
}): { $count }
cib-panel-groups = Consistent scenarios by group: { $list }; { $shared ->
    [0] none is consistent for every group.
    [one] one is consistent for every group.
   *[other] { $shared } are consistent for every group.
}
cib-panel-few = With fewer than eight experts no panels are drawn again.
cib-panel-differs = { $file } does not have the same descriptors and variants as { $first }, in the same order: it says { $own } where the other says { $other }. A panel judges one matrix.
cib-panel-nothing = nothing more
cib-panel-mean = The panel’s matrix is the mean of the { $n } matrices, judgement by judgement; the scenarios above are its own.
cib-folder-empty = There are no matrices in “{ $folder }”. A matrix is a .scw, .csv, .tsv, .xlsx, .xls or .ods file, in the folder or in one of the folders in it.
cib-panel-many = A matrix of the panel has too many scenarios to compare them one by one: force or forbid variants, or allow less inconsistency.
cib-disputed = The experts differ on { $count ->
    [one] one judgement
   *[other] { $count } judgements
}; { $matters ->
    [0] none of them alone changes the scenarios.
    [one] one changes the scenarios. Lost (−) and new (+):
   *[other] { $matters } change the scenarios. Lost (−) and new (+):
}
cib-disputed-none = The experts differ on no judgement.
cib-missing-nothing = Nothing is missing: every section has impacts, every row sums to 0, every name is clear.
cib-missing-empty = { $count ->
    [one] One section has no impact
   *[other] { $count } sections have no impact
}: { $list }.
cib-missing-unbalanced = { $count ->
    [one] One row does not sum to 0
   *[other] { $count } rows do not sum to 0
}: { $list }. Consistency does not depend on it; “--edit standardise” mends it.
cib-missing-self = { $count ->
    [one] One descriptor acts
   *[other] { $count } descriptors act
} on { $count ->
    [one] itself
   *[other] themselves
}: { $list }.
cib-missing-unclear = { $count ->
    [one] One name is
   *[other] { $count } names are
} blank or stand twice: { $list }.
cib-edit-verb = “{ $text }” is no change: write "standardise", "transpose", "scale 2", "merge { $example },other,name" or "split { $example },name".
cib-edit-variant = “{ $text }” names no variant of the matrix: write descriptor=variant, by name or by number, for example “{ $example }”.
cib-edit-factor = “{ $text }”: the factor must be a whole number above 0.
cib-edit-large = “{ $text }” would make impacts that are too large to be added up.

# What box says
box-found = { $count ->
    [0] No configuration is possible
    [one] One configuration of { $space } is possible
   *[other] { $shown } configurations of { $space } are possible
}.
box-column-parameter = Parameter
box-column-value = Value
box-column-count = Configurations
box-column-weight = Weight
box-column-family = Family
box-column-members = Members
box-column-medoid = Typical
box-column-shared = What all of them share
box-families = Families, by the parameters in which configurations differ (average linkage); the typical one differs least from the others:
box-listed-all = All of them:
box-listed-first = The first of them:
box-listed-best = The best of them:
box-listed-sample = Drawn by chance, each with the same probability:
box-too-wide = The exclusions tie too many parameters together: the diagram has more than { $nodes } nodes. Fix the values that are decided, or leave out exclusions that others imply.
box-impossible = impossible

# Diagnostics
diagnostic-E112 = { $fault ->
    [no-header] This is no ScenarioWizard file: it does not begin with “$ ScenarioWizard”.
    [no-descriptors] The matrix has no descriptors.
    [no-variants] The descriptor { $name } has no variants.
    [many-of-one] The descriptor { $name } has { $found } variants; { $expected } at most can be read.
    [many] The matrix has { $found } variants; { $expected } at most can be read.
    [truncated] The file ends after { $found } of the { $expected } lines “#” that part its sections: it was cut off.
    [variant-first] A variant stands before the first descriptor.
    [line] “{ $text }” is neither a descriptor (“&Name”) nor a variant (“ -Name”).
    [columns] The row has { $found } impacts; there are { $expected } variants.
    [rows] The matrix has { $found } rows; there are { $expected } variants.
    [cell] “{ $text }” is no impact.
    [large] { $text } is too large for an impact.
    [label] “{ $text }” does not say which descriptor the variant belongs to.
    [apart] The variants of { $name } do not stand together.
    [no-count] The third line does not say how many scenarios the file lists.
    [solution] “{ $text }” is no line of a solution.
    [solutions] The file announces { $expected } scenarios and lists { $found }.
   *[other] The cross-impact matrix cannot be read.
}
diagnostic-E112-remedy = { $fault ->
    [no-header] Save the project again with ScenarioWizard, or give the matrix as CSV with labels such as “D1.a”.
    [many-of-one] Merge variants that lead to the same judgements.
    [many] Leave out what does not matter, or part the system in two.
    [truncated] Copy the file again.
    [columns] Count the commas of the row: one less than there are variants.
    [rows] Give every variant one row, in the order of the names.
    [cell] Write a whole number such as -2, 0 or 3, or one with up to six decimals.
    [large] Impacts go from -3 to 3 as a rule.
    [label] Write descriptor, point, variant: “D1.a”.
    [apart] Put the columns of one descriptor side by side.
    [solution] A line is "variants",weight,consistency,inconsistency,total,"remark".
   *[other] Compare it with an export of ScenarioWizard, or start from a CSV with labels such as “D1.a”.
}
diagnostic-E112-explain =
    A cross-impact matrix that cannot be read

    A matrix comes as a ScenarioWizard project (.scw), or as a table whose first row and first column hold the same labels, descriptor and variant joined by a point: `D1.a`. Every variant has a row (what it does to the others) and a column (what is done to it); impacts are numbers, usually from -3 (strongly inhibits) to 3 (strongly promotes). A file that was cut off, or whose matrix has another size than its names, is not guessed at.
diagnostic-E113 = { $fault ->
    [no-parameters] The box has no parameters.
    [no-values] The parameter { $name } has no values.
    [many] The box has { $found } values; { $expected } at most can be read.
    [value] “{ $text }” is no value of this box.
    [same] An exclusion names the parameter { $name } twice.
    [number] “{ $text }” is no weight: it must be a number, 0 or more.
    [twice] “{ $name }” stands twice.
    [several] The file has { $count ->
        [one] one box
       *[other] { $count } boxes
    }: one has to be chosen.
    [json] This is no box: an object with “values” and “exclusions” is expected.
    [key] “{ $text }”, in { $name }, is no key of a box.
   *[other] The box cannot be read: { $text }.
}
diagnostic-E113-remedy = { $fault ->
    [several] Write for example “--entry 1”.
   *[other] A parameter is a table [[parameter]] with a name and values; an exclusion joins values of two or more parameters: exclude = [["P1=a", "P2=b"]].
}
diagnostic-E113-explain =
    A morphological box that cannot be read

    A box lists parameters with their values, and the pairs of values that cannot go together. In `box.toml` each parameter is a `[[parameter]]` with `name` and `values`, and `exclude` is a list of exclusions such as `["Energy=coal", "Policy=net zero"]`. As JSON: `values` holds the number of values of each parameter and `exclusions` lists `[parameter, value, parameter, value]`, counted from 0.
diagnostic-W210 = { $fault ->
    [variant] Scenario { $number } of the file chooses a variant that the matrix does not have.
    [inconsistency] Scenario { $number } is inconsistent by { $found }; the file says { $expected }.
    [consistency] Scenario { $number } has the consistency value { $found }; the file says { $expected }.
   *[total] Scenario { $number } has the total impact { $found }; the file says { $expected }.
}
diagnostic-W210-remedy = The file is older than the matrix: take the list that this program makes.
diagnostic-W210-explain =
    A solution file that is out of date

    A solution file keeps the scenarios that were found when it was saved. Whoever edits the matrix afterwards and does not search again has a list that no longer holds. Every scenario listed is computed again; those that are not as the file says are named, and the file is not used.
