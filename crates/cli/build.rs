//! The templates of `atalaya new` are part of the program: it is built again when one of them changes.

fn main() {
    println!("cargo:rerun-if-changed=../../examples/taller-minimo");
    println!("cargo:rerun-if-changed=../../examples/mipymes-peru-2030");
}
