//! The run of a string up to what ends it or stands for something else.

/// How many bytes of a string stand for themselves: up to a quote, a backslash or a control character. Eight at
/// once, since this goes over every byte of a document: in each, subtracting sets the highest bit where it goes
/// below 0.
#[inline(never)]
pub(super) fn plain(bytes: &[u8]) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    let mut count = 0;
    while let Some(Ok(eight)) = bytes.get(count..count + 8).map(<[u8; 8]>::try_from) {
        let word = u64::from_le_bytes(eight);
        let below = |word: u64, limit: u8| word.wrapping_sub(EACH * u64::from(limit)) & !word;
        let quote = below(word ^ (EACH * u64::from(b'"')), 1);
        let backslash = below(word ^ (EACH * u64::from(b'\\')), 1);
        let ends = (below(word, b' ') | quote | backslash) & (EACH << 7);
        if ends != 0 {
            return count + (ends.trailing_zeros() / 8) as usize;
        }
        count += 8;
    }
    let rest = bytes.get(count..).unwrap_or_default();
    let ends = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..b' ');
    count + rest.iter().position(ends).unwrap_or(rest.len())
}
