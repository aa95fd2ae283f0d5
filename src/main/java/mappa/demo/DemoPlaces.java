package mappa.demo;

/// Codes of the two invented areas.
///
/// @param north the area with the whole story
/// @param south a small one, so that crossing areas can be tried
record DemoPlaces(String north, String south) {

    static final DemoPlaces DEFAULT = new DemoPlaces("NS", "SM");
}
