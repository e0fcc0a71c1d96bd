//! What stands in for a crate of others (`vendor`): natively, where there are threads, it keeps them apart.

use send_wrapper::SendWrapper;
use std::cell::RefCell;
use std::rc::Rc;
use std::thread;

#[test]
fn a_value_is_read_changed_taken_and_dropped_once_by_its_own_thread() {
    let counted = Rc::new(RefCell::new(1));
    let mut wrapped = SendWrapper::new(Rc::clone(&counted));
    *wrapped.borrow_mut() += 1;
    assert!(wrapped.valid());
    assert_eq!(Rc::strong_count(&counted), 2);
    let copy = wrapped.clone();
    *wrapped = Rc::clone(&copy.take());
    assert_eq!(Rc::strong_count(&counted), 2);
    drop(wrapped);
    assert_eq!((*counted.borrow(), Rc::strong_count(&counted)), (2, 1));
}

#[test]
fn another_thread_may_hold_it_and_neither_read_nor_drop_it() {
    let wrapped = SendWrapper::new(Rc::new(1));
    let wrapped = thread::spawn(move || {
        assert!(!wrapped.valid());
        wrapped
    });
    let wrapped = wrapped.join().unwrap();
    assert_eq!(**wrapped, 1);
    let read = thread::spawn(move || **wrapped);
    assert!(read.join().is_err(), "reading it on another thread is refused");
    let dropped = SendWrapper::new(Rc::new(1));
    assert!(thread::spawn(move || drop(dropped)).join().is_err(), "so is dropping it");
}
