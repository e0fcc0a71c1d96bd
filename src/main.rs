//! The single-page app: `trunk serve` builds it. Natively it only says so.

fn main() {
    #[cfg(feature = "csr")]
    standfirst::app::start();
    #[cfg(not(feature = "csr"))]
    eprintln!("The app runs in a browser: make serve");
}
