//! In which order the threads stand, and how anything here is sorted.

/// The order of the comments at the top level. Replies always stand oldest first, as they were said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// The newest first.
    #[default]
    Newest,
    /// The oldest first.
    Oldest,
    /// Those with the most likes first, the newest of the same number first.
    Liked,
    /// Those with the most replies in their branch first, the newest of the same number first.
    Replies,
}

impl Order {
    /// Every order by its public name.
    pub const WORDS: &'static [(&'static str, Order)] = &[
        ("newest", Order::Newest),
        ("oldest", Order::Oldest),
        ("liked", Order::Liked),
        ("replies", Order::Replies),
    ];

    /// The public name.
    pub fn as_str(self) -> &'static str {
        match self {
            Order::Newest => "newest",
            Order::Oldest => "oldest",
            Order::Liked => "liked",
            Order::Replies => "replies",
        }
    }

    /// The order that a name stands for.
    pub fn named(name: &str) -> Option<Order> {
        Order::WORDS.iter().find(|(word, _)| *word == name).map(|(_, order)| *order)
    }
}

/// Sorts by the keys, the least first; what has the same key keeps its order.
///
/// Byte by byte from the last, without comparing: at most eight passes, and none for a byte that all keys
/// share. The standard library's sorting would be more to load than all else here.
#[inline(never)]
pub(crate) fn sort(mut items: Vec<(u64, u32)>) -> Vec<(u64, u32)> {
    let first = items.first().map_or(0, |item| item.0);
    let differ = items.iter().fold(0, |bits, item| bits | (item.0 ^ first));
    let mut sorted = vec![(0, 0); items.len()];
    super::steps::count(items.len());
    for shift in (0..64).step_by(8).filter(|shift| (differ >> shift) as u8 != 0) {
        super::steps::count(items.len());
        let mut ends = [0_u32; 256];
        for (key, _) in &items {
            if let Some(count) = ends.get_mut(usize::from((key >> shift) as u8)) {
                *count += 1;
            }
        }
        let mut before = 0;
        for count in &mut ends {
            before += *count;
            *count = before - *count;
        }
        for item in &items {
            if let Some(place) = ends.get_mut(usize::from((item.0 >> shift) as u8))
                && let Some(free) = sorted.get_mut(*place as usize)
            {
                *free = *item;
                *place += 1;
            }
        }
        std::mem::swap(&mut items, &mut sorted);
    }
    items
}

/// A hash of a text after another one (FNV-1a, 64 bits).
#[inline(never)]
pub(crate) fn hash(before: u64, text: &str) -> u64 {
    let mut hash = before ^ 0xCBF2_9CE4_8422_2325;
    for byte in text.as_bytes() {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3);
    }
    // What no text has, so that the same letters parted in another way are another hash.
    (hash ^ 0xFF).wrapping_mul(0x0100_0000_01B3)
}
