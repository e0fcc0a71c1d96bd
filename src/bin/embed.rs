//! The program behind the custom elements: it does nothing by itself, their classes call `standfirst::elements`.

#[cfg(all(feature = "embed", target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

fn main() {
    #[cfg(feature = "embed")]
    let _ = standfirst::elements::mount;
}
