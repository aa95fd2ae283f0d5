package mappa.demo;

import static mappa.caseload.Location.COMMUNITY;
import static mappa.caseload.Location.HOSPITAL_MHA;
import static mappa.caseload.Location.PRISON;

import java.time.LocalDate;
import mappa.caseload.Category;
import mappa.caseload.Location;
import mappa.caseload.Sex;

/// Somebody who never lived: the surnames are made up.
///
/// Statutory categories are open before a referral, Category 3 begins with its acceptance.
enum DemoPerson {
    ALDER("Quillfeather", "Alder", "1984-03-12", Sex.MALE, 2, COMMUNITY),
    BRYONY("Underbrook", "Bryony", "1991-11-02", Sex.FEMALE, 3, COMMUNITY),
    CLEM("Marrowby", "Clem", "1978-06-21", Sex.MALE, 1, COMMUNITY),
    DARNELL("Wexcombe", "Darnell", "1989-01-30", Sex.MALE, 2, PRISON),
    EDDA("Harrowgill", "Edda", "1969-09-09", Sex.FEMALE, 2, COMMUNITY),
    FENN("Oddsworth", "Fenn", "2000-04-17", Sex.MALE, 3, COMMUNITY),
    GARETH("Tidewell", "Gareth", "1975-12-05", Sex.MALE, 1, COMMUNITY),
    HOLLIS("Brackenmoss", "Hollis", "1993-07-28", Sex.MALE, 3, COMMUNITY),
    IMRAN("Saltmarch", "Imran", "1987-02-14", Sex.MALE, 2, COMMUNITY),
    JUNO("Larkspurn", "Juno", "1996-10-23", Sex.FEMALE, 3, COMMUNITY),
    KIT("Crumbledon", "Kit", "1981-05-19", Sex.MALE, 2, COMMUNITY),
    LEO("Dunmerely", "Leo", "1972-08-08", Sex.MALE, 1, PRISON),
    MORGAN("Yarrowick", "Morgan", "1998-03-03", Sex.FEMALE, 3, COMMUNITY),
    NED("Ebbinghame", "Ned", "1985-11-11", Sex.MALE, 2, COMMUNITY),
    ORLA("Gorseleigh", "Orla", "1990-06-06", Sex.FEMALE, 3, COMMUNITY),
    PERCY("Pellworthy", "Percy", "1966-01-15", Sex.MALE, 1, COMMUNITY),
    QUIN("Hazelditch", "Quin", "2005-09-27", Sex.MALE, 2, COMMUNITY),
    ROWAN("Mistlebank", "Rowan", "2004-12-12", Sex.MALE, 3, COMMUNITY),
    // discussed at meetings
    ALDOUS("Merrowfield", "Aldous", "1977-05-05", Sex.MALE, 2, COMMUNITY),
    BEATRIX("Coppleton", "Beatrix", "2010-08-30", Sex.FEMALE, 2, COMMUNITY),
    CASPAR("Ravenshaw", "Caspar", "1983-10-10", Sex.MALE, 2, HOSPITAL_MHA),
    DELPHINE("Ostlebury", "Delphine", "1986-01-21", Sex.FEMALE, 2, COMMUNITY),
    EWAN("Thistlewick", "Ewan", "1999-04-09", Sex.MALE, 2, COMMUNITY),
    FLORIAN("Nethercombe", "Florian", "1970-12-17", Sex.MALE, 2, COMMUNITY),
    GILES("Wolverstone", "Giles", "1995-03-26", Sex.MALE, 2, COMMUNITY),
    // known at Level 1, without a referral; two of them are easily taken for one another
    CATHERINE("Fenwhistle", "Catherine", "1984-03-12", Sex.FEMALE, 1, COMMUNITY),
    KATHARINE("Fenwhistel", "Katharine", "1984-12-03", Sex.FEMALE, 2, COMMUNITY),
    SAUL("Thornapple", "Saul", "1979-04-04", Sex.MALE, 1, PRISON),
    TOBY("Wendlebrook", "Toby", "1994-02-20", Sex.MALE, 2, COMMUNITY),
    // of the other area
    ULRIC("Southernwoods", "Ulric", "1988-08-18", Sex.MALE, 2, COMMUNITY);

    private final String surname;
    private final String forenames;
    private final LocalDate born;
    private final Sex sex;
    private final Category category;
    private final Location location;

    DemoPerson(
            String surname,
            String forenames,
            String born,
            Sex sex,
            int category,
            Location location) {
        this.surname = surname;
        this.forenames = forenames;
        this.born = LocalDate.parse(born);
        this.sex = sex;
        this.category = Category.of(category);
        this.location = location;
    }

    String surname() {
        return surname;
    }

    String forenames() {
        return forenames;
    }

    LocalDate born() {
        return born;
    }

    Sex sex() {
        return sex;
    }

    Category category() {
        return category;
    }

    boolean isStatutory() {
        return category != Category.CATEGORY_3;
    }

    Location location() {
        return location;
    }
}
