using System.Globalization;
using System.Runtime.Loader;
using Site.Tests.Endurance.Writer;

namespace Site.Tests;

/// <summary>
/// The entry point of the tests' assembly: <c>dotnet test</c> does not call it. The tests of sudden death start it as the process that they
/// kill: <c>dotnet exec Site.Tests.dll writer SEED HISTORY</c>.
/// </summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        if (args is ["writer", var seed, var history])
        {
            // Core looks at every assembly in the folder; the test adapter is there without being one of the program's own.
            AssemblyLoadContext.Default.Resolving += (context, name) =>
                context.LoadFromAssemblyPath(Path.Combine(AppContext.BaseDirectory, name.Name + ".dll"));
            return await WriterProgram.RunAsync(int.Parse(seed, CultureInfo.InvariantCulture), history);
        }

        await Console.Error.WriteLineAsync("Run the tests with: dotnet test Site.sln -c Release");
        return 2;
    }
}
