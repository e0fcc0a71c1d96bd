//! The single-page app: `trunk serve` builds it. Natively it only says so.

#[cfg(all(feature = "csr", target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    #[cfg(feature = "csr")]
    standfirst::app::start();
    #[cfg(not(feature = "csr"))]
    eprintln!("The app runs in a browser: make serve");
}
