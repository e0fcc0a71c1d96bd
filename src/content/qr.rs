//! An address as a QR code, drawn here: no service learns what is shared.

use crate::text::digits;
use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

/// The largest version that a phone still reads from a screen: 117 modules a side.
const LARGEST: u8 = 25;

/// More bytes than these do not go into it.
pub const LONGEST: usize = 1_273;

/// A code to be drawn, in modules. Around it must be four modules of white.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// How many modules a side has.
    pub size: u32,
    /// The dark ones, as path data.
    pub path: String,
}

/// The code of a text. None for what is too long for one.
pub fn code(text: &str) -> Option<Code> {
    let segments = [QrSegment::make_bytes(text.as_bytes())];
    // A mask that is given spares the search for the best: the standard allows any, and readers take any.
    let code = QrCode::encode_segments_advanced(
        &segments,
        QrCodeEcc::Low,
        Version::MIN,
        Version::new(LARGEST),
        Some(Mask::new(0)),
        true,
    );
    let code = code.ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|x| code.get_module(*x, y)).count() as i32;
            if run > 0 {
                let [x, y, run] = [x, y, run].map(|n| digits(n as u32));
                path.push_str(&["M", &x, " ", &y, "h", &run, "v1h-", &run, "z"].concat());
            }
            x += run.max(1);
        }
    }
    Some(Code { size: size as u32, path })
}
