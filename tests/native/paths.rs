//! SVG path data: read strictly, and flattened into points so that it can be measured.
//!
//! It knows what our shapes are written with (M L H V C S Q T A Z, absolute and relative, packed numbers) and
//! refuses all else: no exponents, no signs of plus.

/// A place on the grid.
pub type Point = (f64, f64);

/// How many straight pieces stand for one curve. A half circle of radius 10 is then 0.003 too small.
const PIECES: u32 = 64;

/// The lines that are drawn, each as points. A place that is only gone to draws nothing.
pub fn read(d: &str) -> Result<Vec<Vec<Point>>, String> {
    let mut letters = Letters { d, at: 0 };
    let mut pen = Pen::default();
    letters.spaces();
    let mut first = true;
    while let Some(letter) = letters.next() {
        if first && !matches!(letter, 'M' | 'm') {
            return Err(format!("begins with {letter:?}, not with M"));
        }
        first = false;
        let kind = letter.to_ascii_uppercase();
        let wanted = match kind {
            'M' | 'L' | 'T' => 2,
            'H' | 'V' => 1,
            'C' => 6,
            'S' | 'Q' => 4,
            'A' => 7,
            'Z' => 0,
            _ => return Err(format!("{letter:?} at {} is not known", letters.at - 1)),
        };
        let mut kind = kind;
        letters.spaces();
        loop {
            let mut numbers = Vec::new();
            for at in 0..wanted {
                if at > 0 {
                    letters.separator();
                }
                let flag = kind == 'A' && (at == 3 || at == 4);
                numbers.push(if flag { letters.flag()? } else { letters.number()? });
            }
            pen.draw(kind, letter.is_ascii_lowercase(), &numbers);
            // More numbers are the same letter once more; after a move they are lines.
            if kind == 'M' {
                kind = 'L';
            }
            let comma = wanted > 0 && letters.separator();
            if !comma && (wanted == 0 || !letters.at_number()) {
                break;
            }
        }
        letters.spaces();
    }
    if first {
        return Err("is empty".to_owned());
    }
    pen.lines.retain(|line| line.len() > 1);
    Ok(pen.lines)
}

/// The characters of path data, one after the other.
struct Letters<'a> {
    d: &'a str,
    at: usize,
}

impl Letters<'_> {
    fn peek(&self) -> Option<char> {
        self.d[self.at..].chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        let found = self.peek().is_some_and(wanted);
        if found {
            self.next();
        }
        found
    }

    fn spaces(&mut self) {
        while self.take(|c| matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')) {}
    }

    /// Goes over what parts two numbers. Whether it was a comma: then a number must follow.
    fn separator(&mut self) -> bool {
        self.spaces();
        let comma = self.take(|c| c == ',');
        self.spaces();
        comma
    }

    fn at_number(&self) -> bool {
        self.peek().is_some_and(|c| c.is_ascii_digit() || c == '-' || c == '.')
    }

    fn digits(&mut self) -> bool {
        let from = self.at;
        while self.take(|c| c.is_ascii_digit()) {}
        self.at > from
    }

    fn number(&mut self) -> Result<f64, String> {
        let from = self.at;
        self.take(|c| c == '-');
        let whole = self.digits();
        let point = self.take(|c| c == '.');
        let sound = if point { self.digits() } else { whole };
        if !sound {
            return Err(format!("a number is missing at {from}"));
        }
        let number: f64 = self.d[from..self.at].parse().map_err(|e| format!("{e} at {from}"))?;
        if number.is_finite() { Ok(number) } else { Err(format!("too large at {from}")) }
    }

    /// A flag is one digit, and the next number may follow at once.
    fn flag(&mut self) -> Result<f64, String> {
        match self.next() {
            Some('0') => Ok(0.0),
            Some('1') => Ok(1.0),
            other => Err(format!("a flag is 0 or 1, not {other:?}")),
        }
    }
}

/// What has been drawn so far, and what the next letter needs to know of it.
#[derive(Default)]
struct Pen {
    lines: Vec<Vec<Point>>,
    here: Point,
    start: Point,
    /// The last control point of a cubic or a quadratic curve, for the curve that continues it.
    cubic: Option<Point>,
    quadratic: Option<Point>,
    closed: bool,
}

impl Pen {
    fn draw(&mut self, kind: char, relative: bool, n: &[f64]) {
        let from = self.here;
        let base = if relative { from } else { (0.0, 0.0) };
        let point = |at: usize| (base.0 + n[at], base.1 + n[at + 1]);
        let mirrored = |control: Option<Point>| {
            control.map_or(from, |(x, y)| (2.0 * from.0 - x, 2.0 * from.1 - y))
        };
        let (cubic, quadratic) = (self.cubic.take(), self.quadratic.take());
        if kind == 'M' {
            self.here = point(0);
            self.start = self.here;
            self.lines.push(vec![self.here]);
            self.closed = false;
            return;
        }
        if self.closed {
            // After Z a new line begins where the last one began.
            self.lines.push(vec![from]);
            self.closed = false;
        }
        match kind {
            'L' => self.to(point(0)),
            'H' => self.to((base.0 + n[0], from.1)),
            'V' => self.to((from.0, base.1 + n[0])),
            'C' => self.cubic_to(point(0), point(2), point(4)),
            'S' => self.cubic_to(mirrored(cubic), point(0), point(2)),
            'Q' => self.quadratic_to(point(0), point(2)),
            'T' => self.quadratic_to(mirrored(quadratic), point(0)),
            'A' => self.arc_to((n[0], n[1]), n[2], n[3] != 0.0, n[4] != 0.0, point(5)),
            _ => {
                self.to(self.start);
                self.closed = true;
            }
        }
    }

    fn to(&mut self, to: Point) {
        self.here = to;
        if let Some(line) = self.lines.last_mut() {
            line.push(to);
        }
    }

    fn along(&mut self, end: Point, at: impl Fn(f64) -> Point) {
        for piece in 1..PIECES {
            self.to(at(f64::from(piece) / f64::from(PIECES)));
        }
        self.to(end);
    }

    fn cubic_to(&mut self, b: Point, c: Point, d: Point) {
        let a = self.here;
        let at = |t: f64, [a, b, c, d]: [f64; 4]| {
            let u = 1.0 - t;
            u * u * u * a + 3.0 * u * u * t * b + 3.0 * u * t * t * c + t * t * t * d
        };
        self.along(d, |t| (at(t, [a.0, b.0, c.0, d.0]), at(t, [a.1, b.1, c.1, d.1])));
        self.cubic = Some(c);
    }

    fn quadratic_to(&mut self, b: Point, c: Point) {
        let a = self.here;
        let at = |t: f64, [a, b, c]: [f64; 3]| {
            let u = 1.0 - t;
            u * u * a + 2.0 * u * t * b + t * t * c
        };
        self.along(c, |t| (at(t, [a.0, b.0, c.0]), at(t, [a.1, b.1, c.1])));
        self.quadratic = Some(b);
    }

    /// From the ends of an arc to its centre, as the appendix of SVG on elliptical arcs has it.
    fn arc_to(&mut self, radii: Point, turn: f64, large: bool, sweep: bool, end: Point) {
        let start = self.here;
        let (mut rx, mut ry) = (radii.0.abs(), radii.1.abs());
        if start == end {
            return;
        }
        if rx == 0.0 || ry == 0.0 {
            return self.to(end);
        }
        let (sin, cos) = turn.to_radians().sin_cos();
        let (dx, dy) = ((start.0 - end.0) / 2.0, (start.1 - end.1) / 2.0);
        let (x, y) = (cos * dx + sin * dy, cos * dy - sin * dx);
        // Radii that do not reach from end to end grow until they do.
        let reach = (x / rx).powi(2) + (y / ry).powi(2);
        if reach > 1.0 {
            rx *= reach.sqrt();
            ry *= reach.sqrt();
        }
        let (rx2, ry2) = (rx * rx, ry * ry);
        let below = rx2 * y * y + ry2 * x * x;
        let size = ((rx2 * ry2 - below).max(0.0) / below).sqrt();
        let size = if large == sweep { -size } else { size };
        let (cx, cy) = (size * rx * y / ry, -size * ry * x / rx);
        let middle = (
            cos * cx - sin * cy + (start.0 + end.0) / 2.0,
            sin * cx + cos * cy + (start.1 + end.1) / 2.0,
        );
        let from = ((y - cy) / ry).atan2((x - cx) / rx);
        let to = ((-y - cy) / ry).atan2((-x - cx) / rx);
        let mut angle = to - from;
        if sweep && angle < 0.0 {
            angle += std::f64::consts::TAU;
        } else if !sweep && angle > 0.0 {
            angle -= std::f64::consts::TAU;
        }
        self.along(end, |t| {
            let (sin_t, cos_t) = (from + t * angle).sin_cos();
            let (x, y) = (rx * cos_t, ry * sin_t);
            (middle.0 + cos * x - sin * y, middle.1 + sin * x + cos * y)
        });
    }
}

/// What something takes up.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bounds {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Bounds {
    /// Of lines as [`read`] gives them. None where nothing is drawn.
    pub fn of(lines: &[Vec<Point>]) -> Option<Bounds> {
        lines
            .iter()
            .flatten()
            .map(|&(x, y)| Bounds { left: x, top: y, right: x, bottom: y })
            .reduce(Bounds::and)
    }

    /// What holds both.
    pub fn and(self, other: Bounds) -> Bounds {
        Bounds {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Wider by so much on every side.
    pub fn widened(self, by: f64) -> Bounds {
        Bounds {
            left: self.left - by,
            top: self.top - by,
            right: self.right + by,
            bottom: self.bottom + by,
        }
    }

    /// The larger of width and height.
    pub fn size(self) -> f64 {
        (self.right - self.left).max(self.bottom - self.top)
    }

    /// How far it stands out of a square that begins at nought. Nothing or less: it does not.
    pub fn beyond(self, side: f64) -> f64 {
        (-self.left).max(-self.top).max(self.right - side).max(self.bottom - side)
    }
}

/// How far the bounds of a path are from these four: left, top, right, bottom.
fn off(d: &str, expected: [f64; 4]) -> f64 {
    let lines = read(d).unwrap_or_else(|e| panic!("{d}: {e}"));
    let found = Bounds::of(&lines).unwrap_or_else(|| panic!("{d}: draws nothing"));
    [found.left, found.top, found.right, found.bottom]
        .into_iter()
        .zip(expected)
        .fold(0.0, |most: f64, (found, expected)| most.max((found - expected).abs()))
}

/// Paths whose bounds can be worked out by hand.
#[rustfmt::skip]
const KNOWN: &[(&str, [f64; 4])] = &[
    // Straight lines, absolute and relative; what follows a move is lines.
    ("M1 2L3 4", [1.0, 2.0, 3.0, 4.0]),
    ("m1 2l3 4", [1.0, 2.0, 4.0, 6.0]),
    ("M1 2 3 4 0 9", [0.0, 2.0, 3.0, 9.0]),
    ("m1 2 3 4 1 1", [1.0, 2.0, 5.0, 7.0]),
    ("M5 5H9V1h-8v20", [1.0, 1.0, 9.0, 21.0]),
    ("M5 5h1 2 3", [5.0, 5.0, 11.0, 5.0]),
    // Z goes back to where the line began, and so does what comes after it.
    ("M5 5h4v4zl-2-2", [3.0, 3.0, 9.0, 9.0]),
    ("M5 5h4v4Zm1 1h4", [5.0, 5.0, 10.0, 9.0]),
    // Packed numbers.
    ("M3 7a2 2 0 0 1 2-2h14.5.5", [3.0, 5.0, 20.0, 7.0]),
    ("M.5.5l1-1-.25.75", [0.5, -0.5, 1.5, 0.5]),
    ("M1,2 , 3 ,4\n\tL 5-6", [1.0, -6.0, 5.0, 4.0]),
    // Circles of two arcs, with flags apart and packed.
    ("M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0", [3.0, 3.0, 21.0, 21.0]),
    ("M3 12a9 9 0 1018 0a9 9 0 10-18 0", [3.0, 3.0, 21.0, 21.0]),
    ("M3 12A9 9 0 0 1 21 12A9 9 0 01 3 12z", [3.0, 3.0, 21.0, 21.0]),
    // One half of it, one quarter, and the three others.
    ("M3 12a9 9 0 0 1 18 0", [3.0, 3.0, 21.0, 12.0]),
    ("M3 12a9 9 0 0 0 18 0", [3.0, 12.0, 21.0, 21.0]),
    ("M12 3a9 9 0 0 1 9 9", [12.0, 3.0, 21.0, 12.0]),
    ("M12 3a9 9 0 0 0 9 9", [12.0, 3.0, 21.0, 12.0]),
    ("M12 3a9 9 0 1 0 9 9", [3.0, 3.0, 21.0, 21.0]),
    ("M12 3a9 9 0 1 1 9 9", [12.0, -6.0, 30.0, 12.0]),
    // Radii too small grow; a radius of nought is a line; an arc to where it begins is nothing.
    ("M3 12a1 1 0 0 1 18 0", [3.0, 3.0, 21.0, 12.0]),
    ("M3 12a2 1 0 0 1 18 0", [3.0, 7.5, 21.0, 12.0]),
    ("M3 12a0 9 0 0 1 18 0", [3.0, 12.0, 21.0, 12.0]),
    ("M3 12h1a9 9 0 0 1 0 0", [3.0, 12.0, 4.0, 12.0]),
    // An ellipse, lying and turned upright.
    ("M2 12a10 5 0 0 1 20 0a10 5 0 0 1-20 0", [2.0, 7.0, 22.0, 17.0]),
    ("M12 2a10 5 90 0 1 0 20a10 5 90 0 1 0-20", [7.0, 2.0, 17.0, 22.0]),
    // Curves: a cubic bulges by three quarters of its handles, a quadratic by half of its one.
    ("M0 0C0 8 8 8 8 0", [0.0, 0.0, 8.0, 6.0]),
    ("M2 2c0 8 8 8 8 0", [2.0, 2.0, 10.0, 8.0]),
    ("M0 0Q4 8 8 0", [0.0, 0.0, 8.0, 4.0]),
    ("M1 1q4 8 8 0", [1.0, 1.0, 9.0, 5.0]),
    // What continues a curve mirrors its handle; after anything else there is none.
    ("M0 0C0 8 8 8 8 0S16-8 16 0", [0.0, -6.0, 16.0, 6.0]),
    ("M0 0c0 8 8 8 8 0s8-8 8 0", [0.0, -6.0, 16.0, 6.0]),
    ("M0 0Q4 8 8 0T16 0", [0.0, -4.0, 16.0, 4.0]),
    ("M0 0q4 8 8 0t8 0 8 0", [0.0, -4.0, 24.0, 4.0]),
    ("M0 0L8 0T16 0", [0.0, 0.0, 16.0, 0.0]),
    ("M0 0Q4 8 8 0L8 0T16 0", [0.0, 0.0, 16.0, 4.0]),
    // A place that is only gone to draws nothing.
    ("M1 1h2M20 20", [1.0, 1.0, 3.0, 1.0]),
];

#[test]
fn paths_take_up_what_they_take_up_when_worked_out_by_hand() {
    for (d, expected) in KNOWN {
        assert!(off(d, *expected) < 0.005, "{d}: {:?}", Bounds::of(&read(d).unwrap()));
    }
}

/// Control: the sum above notices an arc that turns the other way and a handle that is not mirrored.
#[test]
fn the_bounds_notice_a_path_that_is_another() {
    assert!(off("M3 12a9 9 0 0 0 18 0", [3.0, 3.0, 21.0, 12.0]) > 8.0);
    assert!(off("M0 0Q4 8 8 0L16 0", [0.0, -4.0, 16.0, 4.0]) > 3.0);
    assert!(off("M1 2L3 4", [1.0, 2.0, 4.0, 6.0]) > 1.0);
}

#[test]
fn every_line_of_a_path_begins_and_ends_where_it_should() {
    let lines = read("M1 1h2v2zM5 5l1 1M9 9a3 3 0 0 1 6 0").unwrap();
    let ends: Vec<_> = lines.iter().map(|line| (line[0], line[line.len() - 1])).collect();
    assert_eq!(
        ends,
        [((1.0, 1.0), (1.0, 1.0)), ((5.0, 5.0), (6.0, 6.0)), ((9.0, 9.0), (15.0, 9.0))]
    );
    assert_eq!(Bounds::of(&read("M3 3").unwrap()), None);
}

#[test]
fn bounds_grow_and_tell_how_far_they_stand_out() {
    let bounds = Bounds::of(&read("M2 3L22.5 21").unwrap()).unwrap();
    assert_eq!(bounds.size(), 20.5);
    assert!(bounds.beyond(24.0) < 0.0);
    assert_eq!(bounds.widened(2.0).beyond(24.0), 0.5);
    assert_eq!(bounds.widened(3.5).beyond(24.0), 2.0);
    for outside in ["M-1 5h9", "M5-1v9", "M5 5h20", "M5 5v20"] {
        assert_eq!(Bounds::of(&read(outside).unwrap()).unwrap().beyond(24.0), 1.0, "{outside}");
    }
}

#[test]
fn what_is_not_a_path_is_refused() {
    #[rustfmt::skip]
    let faults = [
        // No beginning, or none with M.
        "", " ", "L1 1", "h4", "z", "1 1", ",M1 1", "3M1 1",
        // Letters that are none, and what is no letter.
        "M1 1X2 2", "M1 1e5", "M1 1h1e2", "M1 1h+1", "M1 1Lab", "M1 1é", "M1 1;", "M1 1<script>",
        // Too few numbers, too many, none.
        "M", "M1", "M1 1L", "M1 1L2", "M1 1L2 2 3", "M1 1h", "M1 1hv2", "M1 1C1 2 3 4 5", "M1 1c1 2 3 4 5 6 7",
        "M1 1s1 2 3", "M1 1q1 2 3", "M1 1t1", "M1 1a2 2 0 0 1 3", "M1 1a2 2 0 0 1", "M1 1z5",
        // Numbers that are none.
        "M1 .", "M1 -", "M1 1.", "M--1 1", "M1 1h-", "M1 1h NaN", "M1 1h inf",
        // Flags that are neither 0 nor 1.
        "M1 1a2 2 0 2 1 3 3", "M1 1a2 2 0 0 -1 3 3", "M1 1a2 2 0 .5 1 3 3", "M1 1a2 2 0 0",
        // Commas where no number is parted from another.
        "M,1 1", "M1,,1", "M1 1,", "M1 1,L2 2", "M1 1L2 2,z",
        // More after the end.
        "M1 1h2 \"", "M1 1z/>", "M1 1zz!",
    ];
    for fault in faults {
        assert!(read(fault).is_err(), "{fault:?}: {:?}", read(fault));
    }
    let huge = ["M1 1h", &"9".repeat(400)].concat();
    assert!(read(&huge).is_err());
}

/// No text of these characters, however it is cut, makes the reader panic or gives a point that is no number.
#[test]
fn cut_anywhere_a_path_is_read_or_refused() {
    let d =
        "M3 7a2 2 0 0 1 2-2h14.5.5V9C1-2 3-4,5 6s1 2 3 4Q1 2 3 4t5 6A0 1 0 01 5 5zM1 1S1 2 3 4é";
    let (mut sound, mut refused) = (0, 0);
    for (from, _) in d.char_indices() {
        for (to, _) in d.char_indices().filter(|(to, _)| *to >= from) {
            match read(&d[from..to]) {
                Ok(lines) => {
                    sound += 1;
                    let finite = |p: &Point| p.0.is_finite() && p.1.is_finite();
                    assert!(lines.iter().flatten().all(finite), "{}", &d[from..to]);
                }
                Err(_) => refused += 1,
            }
        }
    }
    assert!(sound > 10 && refused > 1000, "{sound} {refused}");
}
