//! Writes `schema/article.schema.json` and `schema/comments.schema.json` from the types of the model:
//! `cargo run --features schema --example schema`.

use standfirst::content::schema;
use std::{fs, io};

fn main() -> io::Result<()> {
    fs::create_dir_all("schema")?;
    for (name, value) in
        [("article", schema::article_schema()), ("comments", schema::comments_schema())]
    {
        fs::write(format!("schema/{name}.schema.json"), format!("{value:#}\n"))?;
    }
    Ok(())
}
