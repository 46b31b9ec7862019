// Which numbers belong to which year or session: facts that tell "1540 (2004)", a resolution, from
// any other number before a year in brackets.
#pragma once

namespace dragoman {

// Whether the Security Council adopted resolution `number` in `year`. Years that were not over
// when the table was made are taken on trust.
bool is_council_resolution_of(int number, int year);

// The regular session, 1 to 30, at which the General Assembly adopted resolution `number` of the
// numbering that ran from 1946 to 1975; 0 when the number is of a special session or of none.
int assembly_session_of(int number);

// The first of them adopted at regular session 1 to 30, by and large; 0 for other sessions.
int first_resolution_of_session(int session);

}  // namespace dragoman
