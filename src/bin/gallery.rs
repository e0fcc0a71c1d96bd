//! The gallery of icons: a program of its own beside the app, so that readers of articles do not load it.

#[cfg(all(feature = "csr", target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    #[cfg(feature = "csr")]
    standfirst::gallery::start();
    #[cfg(not(feature = "csr"))]
    eprintln!("The gallery runs in a browser: make serve, then #icons");
}
