using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Site.Core.Persistence.Postgres.Migrations
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
                    position = table.Column<long>(type: "bigint", nullable: false),
                    date = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<int>(type: "integer", nullable: false),
                    documentKey = table.Column<Guid>(type: "uuid", nullable: false),
                    culture = table.Column<string>(type: "character varying(35)", maxLength: 35, nullable: false),
                    contentType = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    path = table.Column<string>(type: "text", nullable: false),
                    previousPath = table.Column<string>(type: "text", nullable: true),
                    organisation = table.Column<Guid>(type: "uuid", nullable: true),
                    previousOrganisation = table.Column<Guid>(type: "uuid", nullable: true),
                    fingerprint = table.Column<long>(type: "bigint", nullable: false),
                    current = table.Column<bool>(type: "boolean", nullable: false)
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
