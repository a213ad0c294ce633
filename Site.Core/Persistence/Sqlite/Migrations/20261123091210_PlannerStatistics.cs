using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Site.Core.Persistence.Sqlite.Migrations
{
    /// <summary>
    /// Tells the query planner how a large site looks, once and for all. Without figures it takes the type of a node, which nearly all of them
    /// share, for as good a way to a row as its key, and reads all documents where one was asked for. Figures of the database itself would be
    /// those of an empty one during the first import, and plans would change from one day to the next
    /// (https://www.sqlite.org/optoverview.html, "Manual Control Of Query Plans Using SQLITE_STAT Tables").
    /// </summary>
    public partial class PlannerStatistics : Migration
    {
        // Of 25,000 documents and 200,000 property values: the number of rows, then how many of them share the first columns of the index.
        private static readonly (string Table, string Index, string Figures)[] Statistics =
        {
            ("umbracoNode", "sqlite_autoindex_umbracoNode_1", "25578 1"),
            ("umbracoNode", "IX_umbracoNode_uniqueId", "25578 1"),
            ("umbracoNode", "IX_umbracoNode_path", "25578 1"),
            ("umbracoNode", "IX_umbracoNode_parentId_nodeObjectType_sortOrder", "25578 382 337 1"),
            ("umbracoNode", "IX_umbracoNode_nodeObjectType_trashed", "25578 12789 12789"),
            ("umbracoContent", "IX_umbracoContent_contentTypeId", "25425 1060"),
            ("umbracoContentVersion", "IX_umbracoContentVersion_nodeId_current", "50828 2 1"),
            ("umbracoContentVersionCultureVariation", "IX_umbracoContentVersionCultureVariation_languageId", "50884 25442"),
            ("umbracoContentVersionCultureVariation", "IX_umbracoContentVersionCultureVariation_versionId_languageId", "50884 1 1"),
            ("umbracoDocument", null, "25403"),
            ("umbracoDocumentCultureVariation", "IX_umbracoDocumentCultureVariation_languageId", "25442 12721"),
            ("umbracoDocumentCultureVariation", "IX_umbracoDocumentCultureVariation_nodeId_languageId", "25442 1 1"),
            ("umbracoDocumentUrl", "IX_umbracoDocumentUrl_languageId", "50684 25342"),
            ("umbracoDocumentUrl", "IX_umbracoDocumentUrl_uniqueId_languageId_isDraft_urlSegment", "50684 3 2 1 1"),
            ("umbracoDocumentVersion", "IX_umbracoDocumentVersion_templateId", "50806 3176"),
            ("umbracoPropertyData", "IX_umbracoPropertyData_languageId", "203224 67742"),
            ("umbracoPropertyData", "IX_umbracoPropertyData_propertyTypeId", "203224 2140"),
            ("umbracoPropertyData", "IX_umbracoPropertyData_versionId_propertyTypeId", "203224 5 1"),
            ("umbracoRelation", "IX_umbracoRelation_childId_relType", "5100 3 2"),
            ("umbracoRelation", "IX_umbracoRelation_parentId_childId_relType", "5100 4 1 1"),
            ("umbracoRelation", "IX_umbracoRelation_relType", "5100 1275"),
            ("umbracoLog", "IX_umbracoLog_Datestamp_logHeader", "51243 1 1"),
            ("umbracoLog", "IX_umbracoLog_NodeId", "51243 2"),
            ("umbracoLog", "IX_umbracoLog_userId_Datestamp", "51243 17081 1"),
            ("cmsTagRelationship", "IX_cmsTagRelationship_propertyTypeId", "50638 25319"),
            ("cmsTagRelationship", "IX_cmsTagRelationship_tagId_nodeId", "50638 1876 1"),
            ("cmsTagRelationship", "sqlite_autoindex_cmsTagRelationship_1", "50638 3 3 1"),
        };

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The table of figures exists only after this.
            migrationBuilder.Sql("ANALYZE;");
            migrationBuilder.Sql("DELETE FROM sqlite_stat1;");
            foreach ((string table, string index, string figures) in Statistics)
            {
                string indexName = index is null ? "NULL" : $"'{index}'";
                migrationBuilder.Sql($"INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES ('{table}', {indexName}, '{figures}');");
            }

            // The connection reads the figures anew.
            migrationBuilder.Sql("ANALYZE sqlite_schema;");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("DELETE FROM sqlite_stat1;");
    }
}
