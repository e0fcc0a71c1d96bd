//! Numbers as they are written.

/// The value of a decimal number as written, exact to what a page needs. None for what is no number.
///
/// The standard library's reading is exact to the last bit by a table of 10 kB; here a factor of ten is
/// multiplied as often as needed.
pub fn decimal(text: &str) -> Option<f64> {
    let (text, negative) = text.strip_prefix('-').map_or((text, false), |rest| (rest, true));
    let mut value = 0.0;
    let mut digits = 0;
    let mut shift = 0;
    let mut in_fraction = false;
    let mut bytes = text.bytes();
    while let Some(byte) = bytes.next() {
        match byte {
            b'0'..=b'9' => {
                value = value * 10.0 + f64::from(byte - b'0');
                digits += 1;
                shift -= i32::from(in_fraction);
            }
            b'.' if !in_fraction => in_fraction = true,
            b'e' | b'E' => {
                shift = shift.saturating_add(exponent(&mut bytes)?);
                break;
            }
            _ => return None,
        }
    }
    let mut scale = 1.0;
    for _ in 0..shift.unsigned_abs().min(400) {
        scale *= 10.0;
    }
    value = if shift < 0 { value / scale } else { value * scale };
    (digits > 0).then_some(if negative { -value } else { value })
}

fn exponent(bytes: &mut impl Iterator<Item = u8>) -> Option<i32> {
    let mut sign = 1;
    let mut value = None;
    for byte in bytes {
        match byte {
            b'-' if value.is_none() => sign = -1,
            b'+' if value.is_none() => {}
            b'0'..=b'9' => {
                value = Some((value.unwrap_or(0) * 10 + i32::from(byte - b'0')).min(10_000));
            }
            _ => return None,
        }
    }
    value.map(|value| sign * value)
}
