using Umbraco.Cms.Core.Models;

namespace Site.Core.Persistence.Content;

/// <summary>What identifies a property value in its version.</summary>
internal readonly record struct PropertyDataKey(int PropertyTypeId, int? LanguageId, string? Segment);

/// <summary>Puts property values into the columns of <see cref="PropertyDataRow"/> and takes them out.</summary>
internal static class PropertyDataValues
{
    /// <summary>What identifies the row in its version.</summary>
    public static PropertyDataKey Key(this PropertyDataRow row) => new(row.PropertyTypeId, row.LanguageId, row.Segment);

    /// <summary>The value: a string, an int, a decimal or a date; <c>null</c> when every column is empty.</summary>
    public static object? Value(this PropertyDataRow row) => row switch
    {
        { IntValue: { } number } => number,
        { DecimalValue: { } number } => Normalise(number),
        { DateValue: { } date } => date,
        { VarcharValue.Length: > 0 } => row.VarcharValue,
        { TextValue.Length: > 0 } => row.TextValue,
        _ => null,
    };

    /// <summary>Sets the column that a property of this storage type uses, or that of the value's own kind when it cannot be converted.</summary>
    /// <returns>Whether there was a value to set: <c>null</c> and the empty text are none.</returns>
    public static bool TrySetValue(this PropertyDataRow row, ValueStorageType storage, object? value)
    {
        if (value is null or "")
        {
            return false;
        }

        switch (StoredValueConversion.To(storage, value))
        {
            case int number:
                row.IntValue = number;
                break;
            case decimal number:
                row.DecimalValue = number;
                break;
            case DateTime date:
                row.DateValue = DateTime.SpecifyKind(date, DateTimeKind.Unspecified);
                break;
            case string text:
                SetText(row, storage, text);
                break;
        }

        return true;
    }

    /// <summary>Whether the two rows hold the same value.</summary>
    public static bool HasSameValue(this PropertyDataRow row, PropertyDataRow other) =>
        row.IntValue == other.IntValue
        && row.DecimalValue == other.DecimalValue
        && row.DateValue == other.DateValue
        && row.VarcharValue == other.VarcharValue
        && row.TextValue == other.TextValue;

    /// <summary>Takes the value of another row over.</summary>
    public static void CopyValue(this PropertyDataRow row, PropertyDataRow other)
    {
        row.IntValue = other.IntValue;
        row.DecimalValue = other.DecimalValue;
        row.DateValue = other.DateValue;
        row.VarcharValue = other.VarcharValue;
        row.TextValue = other.TextValue;
        row.SortableValue = other.SortableValue;
    }

    // A text that is too long for its column is not lost: whatever column is filled is read.
    private static void SetText(PropertyDataRow row, ValueStorageType storage, string text)
    {
        if (storage == ValueStorageType.Nvarchar && text.Length <= PropertyDataRowConfiguration.MaxVarcharLength)
        {
            row.VarcharValue = text;
        }
        else
        {
            row.TextValue = text;
        }
    }

    // PostgreSQL gives back 1.500000 for 1.5.
    private static decimal Normalise(decimal value) => value / 1.000000000000000000000000000000000m;
}
