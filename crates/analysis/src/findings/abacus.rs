use schemars::JsonSchema;
use serde::Serialize;

use super::{Key, Range, TraceKey};

/// Régnier's abacus: the colours that a panel gave to the items of a round.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct AbacusFinding {
    /// Round.
    pub round: Key,
    /// Experts who gave at least one vote.
    pub experts: usize,
    /// The items, in the order of their records.
    pub items: Vec<AbacusItem>,
    /// Ids of the items from the most to the least favourable; ties by consensus, then by id.
    pub by_favour: Vec<Key>,
    /// Ids from the greatest to the least consensus; ties by mean, then by id.
    pub by_consensus: Vec<Key>,
    /// The votes by items in the order of `by_favour`; experts stand from the most to the least favourable and have no
    /// code: 5 dark green to 1 red, `W` blank, `B` abstained, empty not given. Empty where fewer than
    /// `privacy.min_group` experts answered.
    pub votes: Vec<Vec<String>>,
    /// What it rests on.
    pub trace: TraceKey,
}

/// An item of the abacus.
#[derive(Clone, Debug, Default, PartialEq, Serialize, JsonSchema)]
pub struct AbacusItem {
    /// Id.
    pub id: Key,
    /// Votes with a colour: all but white and black.
    pub n: usize,
    /// Votes by colour, from red (1) to dark green (5); absent, as every figure of the item, where fewer than
    /// `privacy.min_group` of a larger panel voted.
    pub counts: Option<[usize; 5]>,
    /// White votes.
    pub blank: usize,
    /// Black votes.
    pub abstained: usize,
    /// Mean of the colours, 1 to 5.
    pub mean: Option<f64>,
    /// Standard deviation of the colours, of the population.
    pub sd: Option<f64>,
    /// Leik's consensus, 0 to 1; absent below 5 votes.
    pub consensus: Option<f64>,
    /// Favourable less unfavourable votes over coloured ones, -1 to 1.
    pub net: Option<f64>,
    /// First and last place by favour, from 1.
    pub favour_place: Option<(u32, u32)>,
    /// First and last place by consensus.
    pub consensus_place: Option<(u32, u32)>,
    /// 5th to 95th percentile of the mean over resampled panels; absent below 8 experts.
    pub interval: Option<Range>,
}
