/// Areas and those who work in them: agencies, the area's own numbers, its panel's seats, its
/// working days.
///
/// A number is defined once, in [Setting]; an area may set another from a day on, and may only
/// tighten a national one. Other packages ask [Areas] and [Agencies]. Rules: [AgencyRule].
@NullMarked
package mappa.agency;

import org.jspecify.annotations.NullMarked;
