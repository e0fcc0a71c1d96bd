//! The single-page app: `trunk serve` builds it. Natively it is the command `standfirst check`, with the feature `cli`;
//! without it only says so.

#[cfg(all(feature = "csr", target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

#[cfg(all(feature = "cli", not(target_arch = "wasm32")))]
fn main() -> std::process::ExitCode {
    standfirst::cli::main()
}

#[cfg(not(all(feature = "cli", not(target_arch = "wasm32"))))]
fn main() {
    #[cfg(feature = "csr")]
    standfirst::app::start();
    #[cfg(not(feature = "csr"))]
    eprintln!("The app runs in a browser: make serve");
}
