//! The program behind the custom elements: it does nothing by itself, their classes call `standfirst::elements`.
//!
//! As that program it has no `main`: the standard library's own start and end, with what they would write to, are 1 kB.
#![cfg_attr(all(feature = "embed", target_arch = "wasm32"), no_main)]

#[cfg(all(feature = "embed", target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Keeps what the classes call in the program.
#[cfg(feature = "embed")]
#[used]
static CALLED: fn() = standfirst::elements::unmount;

#[cfg(not(all(feature = "embed", target_arch = "wasm32")))]
fn main() {}
