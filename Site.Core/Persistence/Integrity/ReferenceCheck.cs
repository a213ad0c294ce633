using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.Languages;

namespace Site.Core.Persistence.Integrity;

/// <summary>
/// Rows that point to rows which are not there: by every foreign key of the model, whether or not the engine has enforced it, and by
/// columns that refer without one. Values without a property, relations, tags, tracked references and addresses of nothing are found here.
/// </summary>
internal sealed class ReferenceCheck : IIntegrityCheck
{
    // What refers without a foreign key: the site deletes these rows itself.
    private static readonly (Type Row, string Property, Type Principal)[] _withoutKey =
    [
        (typeof(PropertyDataRow), nameof(PropertyDataRow.PropertyTypeId), typeof(PropertyTypeRow)),
        (typeof(PropertyDataRow), nameof(PropertyDataRow.LanguageId), typeof(LanguageRow)),
        (typeof(ContentVersionCultureVariationRow), nameof(ContentVersionCultureVariationRow.LanguageId), typeof(LanguageRow)),
        (typeof(DocumentCultureVariationRow), nameof(DocumentCultureVariationRow.LanguageId), typeof(LanguageRow)),
        (typeof(ContentScheduleRow), nameof(ContentScheduleRow.LanguageId), typeof(LanguageRow)),
    ];

    private enum Remedy
    {
        Delete,
        Clear,
        None,
    }

    /// <inheritdoc />
    public string Name => "reference";

    /// <inheritdoc />
    public IEnumerable<Damage> Find(SiteDbContext context) =>
        References(context.Model).DistinctBy(x => (x.Table, x.Column)).Select(x => Find(context, x)).OfType<Damage>();

    private static IEnumerable<Reference> References(IModel model)
    {
        IEnumerable<Reference> keys = model.GetEntityTypes()
            .SelectMany(x => x.GetForeignKeys())
            .Where(x => x.Properties.Count == 1)
            .Select(x => Describe(x.DeclaringEntityType, x.Properties[0], x.PrincipalEntityType, x.PrincipalKey.Properties[0], RemedyOf(x)));
        IEnumerable<Reference> others = _withoutKey
            .Select(x => (Row: model.FindEntityType(x.Row)!, x.Property, Principal: model.FindEntityType(x.Principal)!))
            .Select(x => Describe(x.Row, x.Row.FindProperty(x.Property)!, x.Principal, x.Principal.FindPrimaryKey()!.Properties[0], Remedy.Delete));
        return keys.Concat(others);
    }

    private static Remedy RemedyOf(IForeignKey key) => key.DeleteBehavior switch
    {
        DeleteBehavior.Cascade or DeleteBehavior.ClientCascade => Remedy.Delete,
        DeleteBehavior.SetNull or DeleteBehavior.ClientSetNull when key.Properties[0].IsNullable => Remedy.Clear,
        _ => Remedy.None,
    };

    private static Reference Describe(IEntityType row, IProperty property, IEntityType principal, IProperty key, Remedy remedy) =>
        new(row.GetTableName()!, property.GetColumnName(), principal.GetTableName()!, key.GetColumnName(), remedy);

    private static Damage? Find(SiteDbContext context, Reference reference)
    {
        int count = context.Database.SqlQuery<int>(Sql($"SELECT CAST(count(*) AS integer) AS \"Value\" FROM {reference.Broken}")).Single();
        return count == 0
            ? null
            : new Damage(
                $"{count} rows of {reference.Table} refer by {reference.Column} to rows of {reference.Principal} that are not there",
                Repair(reference));
    }

    private static Action<SiteDbContext>? Repair(Reference reference) => reference.Remedy switch
    {
        Remedy.Delete => x => x.Database.ExecuteSql(Sql($"DELETE FROM {reference.Broken}")),
        Remedy.Clear => x => x.Database.ExecuteSql(Sql($"UPDATE \"{reference.Table}\" SET \"{reference.Column}\" = NULL WHERE {reference.IsBroken}")),
        _ => null,
    };

    // Names of tables and columns, from the model: nothing of it comes from outside.
    private static FormattableString Sql(string sql) => FormattableStringFactory.Create(sql);

    private sealed record Reference(string Table, string Column, string Principal, string Key, Remedy Remedy)
    {
        public string IsBroken =>
            $"\"{Table}\".\"{Column}\" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM \"{Principal}\" AS principal WHERE principal.\"{Key}\" = \"{Table}\".\"{Column}\")";

        public string Broken => $"\"{Table}\" WHERE {IsBroken}";
    }
}
