/// The invented areas Northshire and Southmoor, for trying the product: agencies, users and
/// referrals in every state, made by the same services as real ones.
///
/// Loaded at the first start of an empty installation that wants it. Each step is one transaction
/// and is kept in `demo_step`: a start that was cut off goes on where it stopped, and nothing is
/// there twice. All people, places and organisations are invented.
@NullMarked
package mappa.demo;

import org.jspecify.annotations.NullMarked;
