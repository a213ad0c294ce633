using System.Xml.Linq;
using Site.Core.Sync.Files;

namespace Site.Core.Sync.RelationTypes;

/// <summary>What a <c>RelationType</c> file says; relations that it may list are not taken over.</summary>
internal sealed record RelationTypeFile(
    Guid Key, string Alias, string Name, Guid? ParentType, Guid? ChildType, bool IsBidirectional, bool IsDependency)
{
    public static RelationTypeFile Read(XElement root)
    {
        XElement info = root.Child("Info");
        string alias = root.Attribute("Alias")?.Value.Trim() ?? string.Empty;
        return new RelationTypeFile(
            root.KeyAttribute(),
            alias.Length is > 0 and <= 100 ? alias : throw new SyncItemException("@Alias", "is missing or longer than 100 characters."),
            info.Required("Name"),
            ObjectType(info, "ParentType"),
            ObjectType(info, "ChildType"),
            info.Bool("Bidirectional"),
            info.Bool("IsDependency"));
    }

    private static Guid? ObjectType(XElement info, string name) => info.Key(name) is var key && key == Guid.Empty ? null : key;
}
