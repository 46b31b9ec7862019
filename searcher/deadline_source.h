// A query that finds nothing more once a deadline has passed; what it has found until then, Xapian has.
#pragma once

#include <xapian.h>

#include "deadline.h"

namespace dragoman {

// The same query. `deadline` must outlive it. For local databases.
Xapian::Query until(Deadline& deadline, const Xapian::Query& query);

}  // namespace dragoman
