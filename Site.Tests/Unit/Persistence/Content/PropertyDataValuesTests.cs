using Site.Core.Persistence.Content;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Unit.Persistence.Content;

/// <summary>How property values become columns and are read back.</summary>
public sealed class PropertyDataValuesTests
{
    public static TheoryData<ValueStorageType, object, object> Values => new()
    {
        { ValueStorageType.Integer, 7, 7 },
        { ValueStorageType.Integer, true, 1 },
        { ValueStorageType.Decimal, 1.50m, 1.5m },
        { ValueStorageType.Nvarchar, "court", "court" },
        { ValueStorageType.Ntext, "long", "long" },
        { ValueStorageType.Date, new DateTime(2017, 5, 24, 8, 30, 0, DateTimeKind.Utc), new DateTime(2017, 5, 24, 8, 30, 0, DateTimeKind.Unspecified) },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void A_value_comes_back_as_its_storage_type_has_it(ValueStorageType storage, object value, object expected)
    {
        var row = new PropertyDataRow();

        Assert.True(row.TrySetValue(storage, value));
        Assert.Equal(expected, row.Value());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void Nothing_is_no_value(string? value) => Assert.False(new PropertyDataRow().TrySetValue(ValueStorageType.Nvarchar, value));

    [Fact]
    public void A_text_that_is_too_long_for_its_column_is_kept_whole()
    {
        var row = new PropertyDataRow();
        string text = new('a', PropertyDataRowConfiguration.MaxVarcharLength + 1);

        row.TrySetValue(ValueStorageType.Nvarchar, text);

        Assert.Null(row.VarcharValue);
        Assert.Equal(text, row.Value());
    }

    [Fact]
    public void A_decimal_loses_the_zeros_that_the_database_adds() =>
        Assert.Equal("1.5", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{new PropertyDataRow { DecimalValue = 1.500000m }.Value()}"));

    [Fact]
    public void Differing_are_a_changed_an_added_and_a_missing_value()
    {
        PropertyDataRow[] edited = [Row(1, 10, "même"), Row(1, 20, "nouveau"), Row(2, 30, "ajouté")];
        PropertyDataRow[] published = [Row(1, 10, "même"), Row(1, 20, "ancien"), Row(3, null, "retiré")];

        Assert.Equal([(edited[1], published[1]), (edited[2], null), (null, published[2])], PropertyDataChanges.Differing(edited, published));
    }

    private static PropertyDataRow Row(int propertyTypeId, int? languageId, string value) =>
        new() { PropertyTypeId = propertyTypeId, LanguageId = languageId, VarcharValue = value };
}
