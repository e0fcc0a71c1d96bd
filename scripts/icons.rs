//! Writes the files of the icon catalogue: `icons.txt`, `icons.svg` and `icons/NAME.svg`, into the folder that is
//! named. It is compiled alone, from the catalogue's own files, so that no build waits for the crate:
//! `node scripts/icons.mjs` does it.

#![allow(dead_code)]

#[path = "../src/icons/catalogue.rs"]
mod catalogue;
#[path = "../src/icons/data.rs"]
mod data;
#[path = "../src/icons/files.rs"]
mod files;
#[path = "../src/icons/rows.rs"]
mod rows;
#[path = "../src/icons/shape.rs"]
mod shape;

use std::path::PathBuf;

fn main() -> std::io::Result<()> {
    let folder = PathBuf::from(std::env::args_os().nth(1).unwrap_or_else(|| "target/icons".into()));
    let each = folder.join("icons");
    std::fs::create_dir_all(&each)?;
    std::fs::write(folder.join(catalogue::Catalogue::FILE), files::text())?;
    std::fs::write(folder.join("icons.svg"), files::sprite())?;
    for icon in data::ALL {
        std::fs::write(each.join(format!("{}.svg", icon.as_str())), files::svg(&icon.entry()))?;
    }
    println!("{} icons in {}", data::ALL.len(), folder.display());
    Ok(())
}
