using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Site.Core.Persistence.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class DeliveryChanges : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "siteDeliveryChange",
                columns: table => new
                {
                    position = table.Column<long>(type: "INTEGER", nullable: false),
                    date = table.Column<DateTime>(type: "TEXT", nullable: false),
                    kind = table.Column<int>(type: "INTEGER", nullable: false),
                    documentKey = table.Column<Guid>(type: "TEXT", nullable: false),
                    culture = table.Column<string>(type: "TEXT", maxLength: 35, nullable: false),
                    contentType = table.Column<string>(type: "TEXT", maxLength: 255, nullable: false),
                    path = table.Column<string>(type: "TEXT", nullable: false),
                    previousPath = table.Column<string>(type: "TEXT", nullable: true),
                    organisation = table.Column<Guid>(type: "TEXT", nullable: true),
                    previousOrganisation = table.Column<Guid>(type: "TEXT", nullable: true),
                    fingerprint = table.Column<long>(type: "INTEGER", nullable: false),
                    current = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_siteDeliveryChange", x => x.position);
                });

            migrationBuilder.CreateIndex(
                name: "IX_siteDeliveryChange_date",
                table: "siteDeliveryChange",
                column: "date");

            migrationBuilder.CreateIndex(
                name: "IX_siteDeliveryChange_documentKey_culture",
                table: "siteDeliveryChange",
                columns: new[] { "documentKey", "culture" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "siteDeliveryChange");
        }
    }
}
