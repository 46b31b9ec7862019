#include "dragoman/analyzers/gazetteer.h"

#include <gtest/gtest.h>

namespace dragoman {
namespace {

TEST(GazetteerTest, FindsAnOrganizationByItsId) {
  const auto csto = find_organization("csto");
  ASSERT_TRUE(csto.has_value());
  EXPECT_EQ(organization(*csto).label, "Collective Security Treaty Organization");
  EXPECT_FALSE(find_organization("одкб").has_value());
}

TEST(GazetteerTest, GivesEveryOrganizationAnIdAndALabel) {
  for (std::size_t i = 0; i < organization_count(); ++i) {
    const Organization& known = organization(static_cast<OrganizationNumber>(i));
    EXPECT_FALSE(known.id.empty());
    EXPECT_FALSE(known.label.empty()) << known.id;
  }
}

}  // namespace
}  // namespace dragoman
