using Site.Tests.Benchmarks;

switch (args)
{
    case ["startup", ..]:
        return await StartupBenchmark.RunAsync(Console.Out);
    default:
        Console.WriteLine("""
            Benchmarks:
              startup    first boot with import, restart, and resident memory, against an empty web server
            """);
        return 2;
}
